import type { RawAnswer } from './raw-client.ts'

export function textOf({ body }: RawAnswer): string {
  return body.toString('utf8')
}

/** See `payloadsOf`. */
export function eventsOf(answer: RawAnswer): unknown[] {
  return payloadsOf(textOf(answer))
}

/** Data of the events of a stream, parsed where they are JSON, as a lenient reader takes them. */
export function payloadsOf(body: string): unknown[] {
  const data = body
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).trimStart())
  return data.map(parseOrKeep)
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

interface ChunkLike {
  readonly choices?:
    | readonly { readonly delta?: Readonly<Record<string, unknown>>; readonly finish_reason?: unknown }[]
    | null
}

/** All that stands in `field` of the first choice, joined. */
export function joinDeltas(payloads: readonly unknown[], field = 'content'): string {
  return payloads
    .map((payload) => (payload as ChunkLike).choices?.[0]?.delta?.[field])
    .filter((piece) => typeof piece === 'string')
    .join('')
}

/** The reasons with which choices ended. */
export function finishReasons(payloads: readonly unknown[]): unknown[] {
  return payloads
    .map((payload) => (payload as ChunkLike).choices?.[0]?.finish_reason)
    .filter((reason) => reason !== null && reason !== undefined)
}
