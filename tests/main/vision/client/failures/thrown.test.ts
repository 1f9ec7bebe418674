import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createChat } from '../../../../../main/vision/client/chat.ts'
import { type Begun, classifyThrown } from '../../../../../main/vision/client/failures/thrown.ts'
import { VisionFailure } from '../../../../../main/vision/failure.ts'
import { endpointAt, requestTo, serve } from '../server.ts'

function coded(code: string, message = '', more: object = {}): Error {
  return Object.assign(new Error(message), { code, ...more })
}

function judge(cause: unknown, baseUrl = 'https://proxy-certificate.example.org/v1', begun?: Begun): VisionFailure {
  const thrown = new TypeError('fetch failed', { cause })
  return classifyThrown(thrown, { endpoint: endpointAt(baseUrl), model: 'm' }, begun)
}

describe('what a network throws', () => {
  test.each<[Error, string, boolean, string]>([
    [
      coded('ENOTFOUND', 'getaddrinfo ENOTFOUND proxy-certificate.example.org', {
        hostname: 'proxy-certificate.example.org'
      }),
      'vision-dns',
      false,
      'spelling'
    ],
    [coded('EAI_AGAIN'), 'vision-dns', false, 'network'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'vision-dns', false, 'spelling'],
    [coded('ECONNREFUSED', '', { port: 443 }), 'vision-network', false, 'running'],
    [new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')], ''), 'vision-network', false, 'running'],
    [new Error('net::ERR_CONNECTION_REFUSED'), 'vision-network', false, 'running'],
    [coded('ENETUNREACH'), 'vision-network', false, 'network'],
    [new Error('net::ERR_INTERNET_DISCONNECTED'), 'vision-network', false, 'network'],
    [coded('ECONNRESET'), 'vision-network', true, 'again'],
    [coded('UND_ERR_SOCKET', 'other side closed'), 'vision-network', true, 'again'],
    [new Error('net::ERR_CONNECTION_CLOSED'), 'vision-network', true, 'again'],
    [new Error('never heard of'), 'vision-network', true, 'again'],
    [coded('CERT_HAS_EXPIRED', 'certificate has expired'), 'vision-tls', false, 'clock'],
    [coded('CERT_NOT_YET_VALID'), 'vision-tls', false, 'clock'],
    [new Error('net::ERR_CERT_DATE_INVALID'), 'vision-tls', false, 'clock'],
    [coded('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'), 'vision-tls', false, 'of your own'],
    [coded('SELF_SIGNED_CERT_IN_CHAIN'), 'vision-tls', false, 'of your own'],
    [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'vision-tls', false, 'missing'],
    [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'vision-tls', false, 'of your own'],
    [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'vision-tls', false, 'spelling'],
    [coded('ERR_SSL_WRONG_VERSION_NUMBER', 'wrong version number'), 'vision-tls', false, 'http://'],
    [coded('EPROTO', 'routines:tls_validate_record_header:wrong version number'), 'vision-tls', false, 'http://'],
    [coded('ERR_SSL_PACKET_LENGTH_TOO_LONG', 'packet length too long'), 'vision-tls', false, 'http://'],
    [coded('ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'tlsv1 alert internal error'), 'vision-tls', false, 'clock'],
    [coded('HPE_INVALID_CONSTANT', 'Parse Error: Expected HTTP/'), 'vision-not-an-api', false, 'https://'],
    [coded('UND_ERR_ABORTED', 'Proxy response (407) !== 200 when HTTP Tunneling'), 'vision-proxy', false, 'password'],
    [coded('UND_ERR_ABORTED', 'Proxy response (502) !== 200 when HTTP Tunneling'), 'vision-proxy', false, 'settings'],
    [coded('ECONNREFUSED', '', { port: 3128 }), 'vision-proxy', false, 'settings'],
    [coded('ENOTFOUND', '', { hostname: 'proxy.office' }), 'vision-proxy', false, 'settings'],
    [new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'vision-proxy', false, 'settings'],
    [new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), 'vision-proxy', false, 'settings'],
    [coded('UND_ERR_CONNECT_TIMEOUT'), 'vision-timeout', false, 'firewall'],
    [coded('UND_ERR_HEADERS_TIMEOUT'), 'vision-timeout', true, 'again'],
    [coded('ETIMEDOUT'), 'vision-timeout', true, 'again']
  ])('%s: %s', (cause, code, counted, advice) => {
    expect(judge(cause)).toMatchObject({
      code,
      mayBeCounted: counted,
      advice: expect.stringContaining(advice),
      partial: undefined
    })
  })

  test('after a part of the answer keeps it', () => {
    const begun = { head: true, partial: 'so far' }
    expect(judge(coded('ECONNRESET'), undefined, begun)).toMatchObject({ partial: 'so far', mayBeCounted: true })
  })

  test('hints at https only where http was asked in vain', () => {
    expect(judge(coded('ECONNRESET'), 'http://example.org/v1').advice).toContain('https://')
    expect(judge(coded('ECONNRESET')).advice).not.toContain('https://')
    const begun = { head: true, partial: undefined }
    expect(judge(coded('ECONNRESET'), 'http://example.org/v1', begun).advice).not.toContain('https://')
  })

  test('that goes in circles is judged all the same', () => {
    const error = new Error('round')
    error.cause = error
    expect(judge(error).code).toBe('vision-network')
  })
})

async function failureAt(baseUrl: string) {
  const failure = await createChat({ fetch })
    .send(requestTo(endpointAt(baseUrl)))
    .then(
      () => undefined,
      (thrown: unknown) => thrown
    )
  return failure instanceof VisionFailure ? failure : undefined
}

describe('over real connections', () => {
  test('a closed port', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    expect(await failureAt(`http://127.0.0.1:${port}/v1`)).toMatchObject({
      code: 'vision-network',
      message: `Nothing answers at 127.0.0.1:${port}.`,
      mayBeCounted: false
    })
  })

  test('a name that nobody has', async () => {
    expect(await failureAt('http://glyphlens.invalid/v1')).toMatchObject({ code: 'vision-dns', mayBeCounted: false })
  })

  test('https where http is spoken', async () => {
    const { baseUrl } = await serve((response) => response.end())
    expect(await failureAt(baseUrl.replace('http:', 'https:'))).toMatchObject({
      code: 'vision-tls',
      advice: expect.stringContaining('http://')
    })
  })

  test('a connection that is reset before an answer', async () => {
    const { baseUrl } = await serve((response) => response.socket?.resetAndDestroy())
    expect(await failureAt(baseUrl)).toMatchObject({ code: 'vision-network', mayBeCounted: true })
  })
})
