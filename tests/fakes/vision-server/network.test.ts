import { once } from 'node:events'
import { request as requestPlain } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { connect } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { useVisionServer } from './in-tests.ts'
import type { ProxyKind } from './listeners/proxy.ts'
import { startVisionServer } from './server.ts'

const server = useVisionServer()

/** The status of a GET, or the code of what went wrong. */
async function get(url: string, options: RequestOptions = {}): Promise<number | string> {
  const send = url.startsWith('https:') ? request : requestPlain
  return new Promise((resolve) => {
    const outgoing = send(`${url}/models`, { ...options, agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    outgoing.end()
  })
}

describe('TLS', () => {
  it.each([
    ['good', 200],
    ['self', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['chain', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['plain', 'EPROTO']
  ] as const)('%s, by somebody who trusts the authority: %s', async (kind, outcome) => {
    expect(await get(server().tls(kind), { ca: server().authority.pem })).toBe(outcome)
    expect(server().log()).toHaveLength(outcome === 200 ? 1 : 0)
  })

  it('good is a fault for everybody else', async () => {
    expect(await get(server().tls('good'))).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
  })

  it('http to a port that speaks TLS has no answer', async () => {
    expect(await get(server().tls('http'))).toBe('ECONNRESET')
  })

  it('is reached by the name of a scenario, too', () => {
    expect(server().url('tls-self')).toBe(server().tls('self'))
    expect(server().url('proxy-407')).toBe(server().tls('good'))
    expect(() => server().url('okay')).toThrow('there is no scenario okay')
  })
})

describe('the way there', () => {
  it('nobody listens', async () => {
    expect(await get(server().url('refused'))).toBe('ECONNREFUSED')
  })

  it('the name does not exist', async () => {
    expect(await get(server().url('dns'))).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/)
  })
})

describe('proxies', () => {
  it('ok leads to this machine, end to end', async () => {
    const [line, socket] = await connectThrough('ok', secureHost())
    expect(line).toBe('HTTP/1.1 200 Connection Established')
    const secure = connectSecurely({ socket, ca: server().authority.pem, servername: 'localhost' })
    secure.write('GET /s/ok/v1/models HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')
    const [answer] = (await once(secure, 'data')) as [Buffer]
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 200 /)
    secure.destroy()
    expect(server().proxy.log()).toMatchObject([{ listener: 'proxy-ok', method: 'CONNECT', path: secureHost() }])
  })

  it.each<[ProxyKind, string]>([
    ['407', 'HTTP/1.1 407 Proxy Authentication Required'],
    ['refuse', 'HTTP/1.1 502 Bad Gateway']
  ])('%s: %s', async (kind, expected) => {
    const [line, socket] = await connectThrough(kind, secureHost())
    socket.destroy()
    expect(line).toBe(expected)
  })

  it('ok leads nowhere else', async () => {
    const [line, socket] = await connectThrough('ok', 'example.test:443')
    socket.destroy()
    expect(line).toBe('HTTP/1.1 502 Bad Gateway')
  })

  it('plain speaks HTTP where TLS is awaited', async () => {
    const [line, socket] = await connectThrough('plain', secureHost())
    expect(line).toBe('HTTP/1.1 200 Connection Established')
    const [error] = (await once(connectSecurely({ socket }), 'error', { signal: AbortSignal.timeout(5000) }).catch(
      (thrown: unknown) => [thrown]
    )) as [NodeJS.ErrnoException]
    expect(error.code).toBe('ERR_SSL_WRONG_VERSION_NUMBER')
  })

  it('down listens to nobody', async () => {
    expect(await get(server().proxy.url('down'))).toBe('ECONNREFUSED')
  })

  it.each<[ProxyKind, number]>([
    ['ok', 200],
    ['407', 407],
    ['refuse', 502]
  ])('plain requests through %s end with %i', async (kind, status) => {
    const { hostname, port } = new URL(server().proxy.url(kind))
    const path = `${server().url('ok')}/models`
    const outgoing = requestPlain({ hostname, port, path, agent: false }).end()
    const [answer] = (await once(outgoing, 'response')) as [
      { readonly statusCode?: number; readonly resume: () => void }
    ]
    answer.resume()
    expect(answer.statusCode).toBe(status)
  })
})

describe('close', () => {
  it('breaks off what is open and frees the ports', async () => {
    const own = await startVisionServer()
    const call = fetch(`${own.url('ok')}/chat/completions`, { method: 'POST', body: '{}' })
    await call
    const hanging = once(connect(Number(new URL(own.proxy.url('silent')).port), '127.0.0.1'), 'connect')
    await hanging
    await own.close()
    expect(await get(own.url('ok'))).toBe('ECONNREFUSED')
  })
})

/** What a proxy says to CONNECT, in one line, and the socket. */
async function connectThrough(kind: ProxyKind, target: string): Promise<[string, ReturnType<typeof connect>]> {
  const socket = connect(Number(new URL(server().proxy.url(kind)).port), '127.0.0.1')
  socket.write(`CONNECT ${target} HTTP/1.1\r\nhost: ${target}\r\n\r\n`)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  return [answer.toString('latin1').split('\r\n')[0] ?? '', socket]
}

function secureHost(): string {
  return new URL(server().tls('good')).host
}
