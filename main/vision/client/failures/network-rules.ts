import { answerOutcomes, type Outcome } from './outcomes.ts'

/** A line of the table of thrown errors. `sent`: whether the request may have reached the provider. */
export interface NetworkRule {
  /** Over names, codes and messages of the error and all its causes. `ERR_*` without more are those of Chromium. */
  readonly pattern: RegExp
  readonly sent: boolean
  readonly outcome: Outcome
}

const clock = 'A wrong date or time on this machine has the same effect: check its clock.'
const ownAuthority =
  'A server of your own needs its certificate added to this machine (NODE_EXTRA_CA_CERTS on the command line).'
const intercept = 'Antivirus software or a proxy that looks into connections causes this too.'

/** What a network throws, most special first. */
export const networkRules: readonly NetworkRule[] = [
  {
    pattern: /RedirectedError|unexpected redirect|redirect (was|policy|mode)|ERR_(TOO_MANY|UNSAFE)_REDIRECT/i,
    sent: false,
    outcome: {
      name: 'redirect',
      code: 'vision-redirect',
      message: '{host} only leads to another address[, {target}], and it is not followed.',
      advice: 'Enter the final address as base URL if you trust it: key and picture go there.',
      retry: 'never'
    }
  },
  {
    pattern: /\b407\b|ERR_PROXY_AUTH/,
    sent: false,
    outcome: answerOutcomes.proxyAuth
  },
  {
    pattern: /proxy|HTTP Tunneling|UND_ERR_PRX|ERR_TUNNEL_CONNECTION_FAILED/i,
    sent: false,
    outcome: {
      name: 'proxy',
      code: 'vision-proxy',
      message: 'The proxy of this network does not connect to {host}.',
      advice: 'Check the proxy settings of this machine, or ask whoever runs the network.',
      retry: { soon: 30_000 }
    }
  },
  {
    pattern: /\b(ENOTFOUND|EAI_[A-Z]+|ENODATA)\b|ERR_NAME_(NOT_RESOLVED|RESOLUTION_FAILED)|ERR_DNS_/,
    sent: false,
    outcome: {
      name: 'dns',
      code: 'vision-dns',
      message: 'No address is known for {host}.',
      advice: 'Check the network and the spelling of the base URL.',
      retry: { soon: 30_000 }
    }
  },
  {
    pattern: /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID/,
    sent: false,
    outcome: {
      name: 'certificateDate',
      code: 'vision-tls',
      message: 'The certificate of {host} is not valid today: it has expired, or is not valid yet.',
      advice: `${clock} Otherwise whoever runs the server has to renew it.`,
      retry: 'never'
    }
  },
  {
    pattern: /ERR_TLS_CERT_ALTNAME_INVALID|ERR_CERT_COMMON_NAME_INVALID|HOSTNAME_MISMATCH/,
    sent: false,
    outcome: {
      name: 'certificateName',
      code: 'vision-tls',
      message: 'The certificate that {host} shows belongs to another name.',
      advice: `Check the spelling of the base URL. ${intercept}`,
      retry: 'never'
    }
  },
  {
    pattern: /UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)/,
    sent: false,
    outcome: {
      name: 'certificateChain',
      code: 'vision-tls',
      message: 'The certificate of {host} leads to none that this machine trusts; one in between may be missing.',
      advice: `Whoever runs the server can add what is missing. ${ownAuthority} ${intercept}`,
      retry: 'never'
    }
  },
  {
    pattern: /SELF_SIGNED|ERR_CERT_AUTHORITY_INVALID|CERT_UNTRUSTED/,
    sent: false,
    outcome: {
      name: 'certificateAuthority',
      code: 'vision-tls',
      message: 'Nobody whom this machine trusts vouches for the certificate of {host}.',
      advice: `${ownAuthority} ${intercept}`,
      retry: 'never'
    }
  },
  {
    pattern: /wrong version number|packet length too long|http request|ERR_SSL_(WRONG_VERSION|PACKET|PROTOCOL)/i,
    sent: false,
    outcome: {
      name: 'notEncrypted',
      code: 'vision-tls',
      message: '{host} does not speak encrypted at this port.',
      advice:
        'Check the port; a server on this machine mostly wants http:// instead of https://. A proxy that takes encryption off does this too.',
      retry: 'never'
    }
  },
  {
    pattern: /\bCERT_|ERR_CERT|ERR_TLS|ERR_SSL|\bEPROTO\b|ERR_BAD_SSL/,
    sent: false,
    outcome: {
      name: 'tls',
      code: 'vision-tls',
      message: 'No secure connection to {host} came about.',
      advice: `${clock} ${intercept}`,
      retry: 'never'
    }
  },
  {
    pattern: /\bHPE_|ERR_INVALID_HTTP_RESPONSE|ERR_RESPONSE_HEADERS/,
    sent: false,
    outcome: {
      name: 'notHttp',
      code: 'vision-not-an-api',
      message: 'What answers at {host} does not speak HTTP.',
      advice: 'Check the port of the base URL, and whether it wants https:// instead of http://.',
      retry: 'never'
    }
  },
  {
    pattern: /\bECONNREFUSED\b|ERR_CONNECTION_REFUSED/,
    sent: false,
    outcome: {
      name: 'connectionRefused',
      code: 'vision-network',
      message: 'Nothing answers at {host}.',
      advice: 'Check that the server is running there, and the port of the base URL.',
      retry: { soon: 30_000 }
    }
  },
  {
    pattern: /\bE(NET|HOST)(UNREACH|DOWN)\b|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|ERR_NETWORK_/,
    sent: false,
    outcome: {
      name: 'noWay',
      code: 'vision-network',
      message: 'There is no way to {host} at the moment.',
      advice: 'Check the network of this machine.',
      retry: { soon: 30_000 }
    }
  },
  {
    pattern: /UND_ERR_CONNECT_TIMEOUT|ERR_CONNECTION_TIMED_OUT/,
    sent: false,
    outcome: {
      name: 'connectTimeout',
      code: 'vision-timeout',
      message: '{host} does not take the connection.',
      advice: 'Check the network and the base URL; a firewall may be in between.',
      retry: { soon: 30_000 }
    }
  },
  {
    pattern: /\bETIMEDOUT\b|UND_ERR_(HEADERS|BODY)_TIMEOUT|ERR_TIMED_OUT/,
    sent: true,
    outcome: {
      name: 'silence',
      code: 'vision-timeout',
      message: 'The connection to {host} fell silent.',
      advice: 'Ask again; if it stays so, choose a faster model or look at the network.',
      retry: { soon: 10_000 }
    }
  }
]

/** What it is otherwise: the line broke. {plain}: `http://` when that was the beginning of the address. */
export const brokenOff: Omit<NetworkRule, 'pattern'> = {
  sent: true,
  outcome: {
    name: 'brokenOff',
    code: 'vision-network',
    message: 'The connection to {host} broke off.',
    advice: 'Check the network, then ask again.[ If it stays so, the port may want https:// instead of {plain}.]',
    retry: { soon: 2_000 }
  }
}
