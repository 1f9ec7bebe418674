import { lookup as dnsLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Failure } from '../failure.ts'
import { type Saying, saying } from '../saying.ts'
import { privateAddresses } from './address.ts'

/** All addresses of a host name. */
export type Lookup = (hostname: string) => Promise<string[]>

/** Asks the system's resolver. */
export const systemLookup: Lookup = async (hostname) => {
  const found = await dnsLookup(hostname, { all: true })
  return found.map(({ address }) => address)
}

/** Parses one address of a download. Throws `picture-download` unless it is plain `http:` or `https:`. */
export function parseHop(url: string, base?: URL): URL {
  const parsed = URL.parse(url, base?.href)
  if (!parsed) throw refused('This is not an address of the web.', 'Check that it begins with https://.', notOfWeb)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw refused(
      `Addresses that begin with “${parsed.protocol}” are not opened.`,
      'Use one that begins with https://.',
      notOfWeb
    )
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw refused(
      'The address holds a user name or a password.',
      'Download the picture with a browser and open the file.',
      saying('download.password')
    )
  }
  return parsed
}

/** Throws `picture-download` when any address of the host lies in a private network. */
export async function checkPublic(url: URL, lookup: Lookup): Promise<void> {
  const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const addresses = isIP(hostname) === 0 ? await lookup(hostname) : [hostname]
  if (addresses.length > 0 && !addresses.some(privateAddresses())) return
  throw refused(
    `“${url.host}” lies in a private network and is not asked.`,
    'Download the picture with a browser and open the file.',
    saying('download.private', { host: url.host })
  )
}

const notOfWeb = saying('download.address')

function refused(message: string, advice: string, by: Saying): Failure {
  return new Failure('picture-download', message, { advice, saying: by })
}
