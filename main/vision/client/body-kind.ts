/** What a body is by its first bytes. Labels are wrong often enough: gateways send JSON as an event stream. */
export type BodyKind = 'events' | 'json' | 'html' | 'text' | 'blank'

/** Bytes that are enough to tell; names of fields of an event stream are shorter. */
export const telltaleBytes = 64

/** `head` is the beginning of a body, `complete` whether that is all of it. Undefined: more bytes are needed. */
export function bodyKindOf(contentType: string, head: Uint8Array, complete: boolean): BodyKind | undefined {
  const start = new TextDecoder().decode(head).trimStart()
  const enough = complete || head.length >= telltaleBytes
  if (start === '') return complete ? 'blank' : undefined
  if (start.startsWith('{') || start.startsWith('[')) return 'json'
  if (start.startsWith('<')) return 'html'
  if (/^text\/event-stream/i.test(contentType) || /^(:|(data|event|id|retry):)/.test(start)) return 'events'
  if (!enough) return undefined
  return /\bhtml\b/i.test(contentType) ? 'html' : 'text'
}
