import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { ChatRequest } from '../../../../main/vision/chat.ts'
import { defaultSampling, type Endpoint } from '../../../../main/vision/endpoint.ts'
import type { Preset } from '../../../../main/vision/preset.ts'
import { custom } from '../../../../main/vision/presets/custom.ts'

/** A request as a server saw it. */
export interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A server on loopback that lasts as long as the test. */
export interface Served {
  readonly baseUrl: string
  readonly seen: readonly Seen[]
  /** Resolves when the connection of a request is gone. */
  readonly closed: Promise<void>
}

/** Answers every request with `answer`. */
export async function serve(answer: (response: ServerResponse, request: IncomingMessage) => void): Promise<Served> {
  const seen: Seen[] = []
  const gone = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    response.once('close', () => gone.resolve())
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') })
      answer(response, request)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, seen, closed: gone.promise }
}

/** Key of all tests: wherever it turns up besides the header, something leaks. */
export const canaryKey = 'sk-canary-0123456789abcdef'

/** An endpoint of a custom provider, or of one that differs from it as given. */
export function endpointAt(baseUrl: string, preset: Partial<Preset> = {}): Endpoint {
  return { preset: { ...custom, ...preset }, baseUrl, key: canaryKey }
}

/** One question about one small picture. */
export function requestTo(endpoint: Endpoint, changes: Partial<ChatRequest> = {}): ChatRequest {
  const bytes = Uint8Array.from({ length: 100 }, (_, index) => index)
  return {
    endpoint,
    model: 'a-model',
    messages: [{ role: 'user', text: 'What is it?', pictures: [{ kind: 'bytes', format: 'png', bytes }] }],
    sampling: defaultSampling,
    ...changes
  }
}

/** An event of a stream. */
export function event(data: unknown): string {
  return `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
}

/** A chunk with a piece of text. */
export function delta(content: string, more: object = {}): string {
  return event({ id: 'x', model: 'named', choices: [{ index: 0, delta: { content }, ...more }] })
}

/** How a good stream ends. */
export const ending = `${event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })}${event('[DONE]')}`

/** Answers with a stream of these pieces, written one after the other, and ends it. */
export function streamOf(...pieces: readonly (string | Uint8Array)[]): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const piece of pieces) response.write(piece)
    response.end()
  }
}
