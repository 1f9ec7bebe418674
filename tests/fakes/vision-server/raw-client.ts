import { connect } from 'node:net'
import type { UrlOptions } from './base-urls.ts'
import { chatBody } from './request.ts'
import type { VisionServer } from './server.ts'

/** What came over the wire, byte for byte. */
export interface RawAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  /** As the server cut it: chunks of the transfer, or the one body. */
  readonly pieces: readonly Buffer[]
  readonly body: Buffer
  /** `end`: FIN. `reset`: RST. */
  readonly ending: 'end' | 'reset'
  /** Whether the transfer was whole: the last chunk came, or as many bytes as were promised. */
  readonly whole: boolean
}

/** Sends a request as it stands, on a connection of its own, and waits until that is over. */
export async function sendRaw(port: number, request: string | Buffer): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1')
  const received: Buffer[] = []
  let ending: RawAnswer['ending'] = 'end'
  socket.on('data', (bytes: Buffer) => received.push(bytes))
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNRESET') ending = 'reset'
  })
  socket.write(request)
  // Not `once(socket, 'close')` alone: it would reject at the error before.
  await new Promise((resolve) => socket.once('close', resolve))
  return parseAnswer(Buffer.concat(received), ending)
}

/** A chat request to a scenario, with the right key. */
export function playRaw(
  server: VisionServer,
  scenario: string,
  parameters: UrlOptions = {},
  body = chatBody()
): Promise<RawAnswer> {
  const request = writeRequest(server.url(scenario, parameters), body, { authorization: `Bearer ${server.key}` })
  return sendRaw(Number(new URL(server.origin).port), request)
}

/** A POST of JSON in the words of HTTP. */
export function writeRequest(base: string, body: unknown, headers: Readonly<Record<string, string>>): string {
  const { host, pathname } = new URL(base)
  const text = JSON.stringify(body)
  const all = {
    host,
    connection: 'close',
    'content-type': 'application/json',
    'content-length': `${Buffer.byteLength(text)}`,
    ...headers
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `POST ${pathname}/chat/completions HTTP/1.1\r\n${lines.join('')}\r\n${text}`
}

function parseAnswer(bytes: Buffer, ending: RawAnswer['ending']): RawAnswer {
  const split = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes.toString('latin1', 0, Math.max(0, split)).split('\r\n')
  const headers = new Map(lines.map((line) => splitHeader(line)))
  const rest = split < 0 ? Buffer.alloc(0) : bytes.subarray(split + 4)
  const transfer =
    headers.get('transfer-encoding') === 'chunked'
      ? readChunks(rest)
      : { pieces: [rest], whole: rest.length === Number(headers.get('content-length')) }
  return {
    status: Number(first.split(' ')[1] ?? 0),
    headers,
    ...transfer,
    body: Buffer.concat(transfer.pieces),
    ending
  }
}

function splitHeader(line: string): [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
}

function readChunks(bytes: Buffer): Pick<RawAnswer, 'pieces' | 'whole'> {
  const pieces: Buffer[] = []
  let offset = 0
  for (;;) {
    const end = bytes.indexOf('\r\n', offset)
    const length = Number.parseInt(bytes.toString('latin1', offset, Math.max(offset, end)), 16)
    if (end < 0 || Number.isNaN(length)) return { pieces, whole: false }
    if (length === 0) return { pieces, whole: true }
    pieces.push(bytes.subarray(end + 2, end + 2 + length))
    offset = end + 4 + length
  }
}
