import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One answer of the server to a request for a file. */
export type Answer = (request: IncomingMessage, response: ServerResponse, content: Buffer) => void

export interface FileServer extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly origin: string
  /** Paths that were asked for, with the range where there was one: `/a.onnx bytes=10-`. */
  readonly requests: string[]
  /** How to answer for a path: one after the other, the last one for all that follow. */
  answer(path: string, ...answers: Answer[]): void
}

/** A real HTTP server on the loopback address that serves `files` (by path) as told. */
export async function startFileServer(files: Readonly<Record<string, Buffer>>): Promise<FileServer> {
  const requests: string[] = []
  const answers = new Map<string, Answer[]>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push(request.headers.range ? `${path} ${request.headers.range}` : path)
    const planned = answers.get(path) ?? []
    const answer = (planned.length > 1 ? planned.shift() : planned[0]) ?? whole
    answer(request, response, files[path] ?? Buffer.alloc(0))
  })
  await listen(server)
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    answer: (path, ...planned) => void answers.set(path, planned),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  }
}

function listen(server: Server): Promise<void> {
  return new Promise((done) => server.listen(0, '127.0.0.1', done))
}

/** Serves the file or the range that was asked for, as servers should. */
export const whole: Answer = (request, response, content) => {
  const start = startOf(request)
  if (start > 0 && start >= content.length) {
    response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end()
    return
  }
  const rest = content.subarray(start)
  const range = { 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` }
  response.writeHead(start > 0 ? 206 : 200, { 'content-length': rest.length, ...(start > 0 && range) }).end(rest)
}

/**
 * Sends the beginning of what was asked for, then breaks the connection. The client may lose bytes that it has not
 * read by then: where these matter, `stallAfter` waits until it gives up.
 */
export function cutAfter(bytes: number): Answer {
  return (request, response, content) => {
    begin(request, response, content, bytes, () => setImmediate(() => response.destroy()))
  }
}

/** Sends the beginning of what was asked for and then nothing more. */
export function stallAfter(bytes: number): Answer {
  return (request, response, content) => begin(request, response, content, bytes, () => undefined)
}

function begin(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer,
  bytes: number,
  then: () => void
): void {
  const start = startOf(request)
  const range = { 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` }
  response.writeHead(start > 0 ? 206 : 200, { 'content-length': content.length - start, ...(start > 0 && range) })
  response.write(content.subarray(start, start + bytes), then)
}

/** Says nothing at all. */
export const silent: Answer = (request) => void request.resume()

/** Sends the whole file whatever range was asked for. */
export const ignoreRange: Answer = (_request, response, content) => {
  response.writeHead(200, { 'content-length': content.length }).end(content)
}

/** As `whole`, with other bytes of the same length. */
export const corrupt: Answer = (request, response, content) => {
  whole(request, response, Buffer.from(content.map((byte) => byte ^ 0xff)))
}

export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (_request, response) => void response.writeHead(code, headers).end('not the file')
}

export function redirectTo(location: string): Answer {
  return status(302, { location })
}

function startOf(request: IncomingMessage): number {
  return Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
}
