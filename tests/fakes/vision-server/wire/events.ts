/** How an event stream is written down. */
export interface EventStyle {
  readonly lineEnd: '\n' | '\r\n' | '\r'
  /** Whether a space follows `data:`. */
  readonly space: boolean
}

/** What most servers write. */
export const plainStyle: EventStyle = { lineEnd: '\n', space: true }

/** One event with `payload` as JSON, or as it is when it is text already. */
export function formatEvent(payload: unknown, style: EventStyle = plainStyle): string {
  const data = typeof payload === 'string' ? payload : JSON.stringify(payload)
  return `data:${style.space ? ' ' : ''}${data}${style.lineEnd}${style.lineEnd}`
}

export const doneMark = '[DONE]'

export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache'
} as const

/** Cuts a text into as many pieces as a model would stream: 5 to 40, never inside a character. */
export function cutIntoDeltas(text: string): string[] {
  const characters = Array.from(text)
  const count = Math.min(40, Math.max(5, Math.ceil(characters.length / 12)), characters.length)
  return Array.from({ length: count }, (_, index) => {
    const from = Math.round((index * characters.length) / count)
    const to = Math.round(((index + 1) * characters.length) / count)
    return characters.slice(from, to).join('')
  })
}
