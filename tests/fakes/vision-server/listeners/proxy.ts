import { createServer, type IncomingMessage, type Server, type ServerResponse, request as sendRequest } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Desk } from '../handling/desk.ts'
import { openRecord } from '../handling/handle.ts'

/** How a proxy behaves. `plain`: accepts a tunnel and speaks plain HTTP in it; `refuse`: 502 to everything. */
export const proxyKinds = ['ok', '407', 'plain', 'refuse', 'silent'] as const
export type ProxyKind = (typeof proxyKinds)[number]

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]', '::1'])

/** A proxy for CONNECT and for plain HTTP. It leads nowhere but to this machine. */
export function createProxy(desk: Desk, kind: ProxyKind): Server {
  const server = createServer((request, response) => {
    openRecord(desk, `proxy-${kind}`, request.url ?? '', request)
    forward(kind, request, response)
  })
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    openRecord(desk, `proxy-${kind}`, request.url ?? '', request)
    // Clients break tunnels off whenever they please.
    socket.on('error', () => socket.destroy())
    tunnel(kind, request.url ?? '', socket, head)
  })
  return server
}

function tunnel(kind: ProxyKind, target: string, socket: Socket, head: Buffer): void {
  const [host = '', port = ''] = target.split(/:(?=\d+$)/)
  if (kind === 'silent') return
  if (kind === '407') return void socket.end(`HTTP/1.1 407 Proxy Authentication Required\r\n${challenge}\r\n\r\n`)
  if (kind === 'plain') return speakPlain(socket)
  if (kind === 'refuse' || !loopback.has(host))
    return void socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n')
  const upstream = connect(Number(port), '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    upstream.write(head)
    upstream.pipe(socket).pipe(upstream)
  })
  upstream.on('error', () => socket.destroy())
  socket.on('close', () => upstream.destroy())
  upstream.on('close', () => socket.destroy())
}

const challenge = 'proxy-authenticate: Basic realm="Fake proxy"\r\ncontent-length: 0'

function speakPlain(socket: Socket): void {
  socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
  socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n'))
}

function forward(kind: ProxyKind, request: IncomingMessage, response: ServerResponse): void {
  if (kind === 'silent') return
  if (kind === '407') return void response.writeHead(407, { 'proxy-authenticate': 'Basic realm="Fake proxy"' }).end()
  const url = URL.parse(request.url ?? '')
  if (kind === 'refuse' || url === null || !loopback.has(url.hostname)) return void response.writeHead(502).end()
  const upstream = sendRequest(url, { method: request.method ?? 'GET', headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  upstream.on('error', () => response.destroy())
  response.on('close', () => upstream.destroy())
  request.pipe(upstream)
}
