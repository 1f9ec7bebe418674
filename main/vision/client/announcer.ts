import type { ChatEvent } from '../chat.ts'

/** Tells a listener how a call goes. */
export interface Announcer {
  readonly tell: (event: ChatEvent) => void
  /** Tells what is still held back. */
  readonly flush: () => void
  /** Nothing more is told. */
  readonly close: () => void
}

/**
 * Pieces of text and counts of thinking that come within one turn of the event loop are told as one: a model may send
 * 50,000 single characters. A listener that throws is not called again; `onError` gets what it threw.
 */
export function createAnnouncer(
  listener: ((event: ChatEvent) => void) | undefined,
  onError: (thrown: unknown) => void
): Announcer {
  let text = ''
  let thinking: number | undefined
  let scheduled: NodeJS.Immediate | undefined
  let closed = listener === undefined
  const close = () => {
    closed = true
    clearImmediate(scheduled)
  }
  const call = (event: ChatEvent) => {
    if (closed) return
    try {
      listener?.(event)
    } catch (thrown) {
      close()
      onError(thrown)
    }
  }
  const flush = () => {
    clearImmediate(scheduled)
    scheduled = undefined
    const characters = thinking
    const delta = text
    thinking = undefined
    text = ''
    if (characters !== undefined) call({ kind: 'thinking', characters })
    if (delta !== '') call({ kind: 'text', delta })
  }
  const soon = () => {
    scheduled ??= setImmediate(flush)
  }
  return {
    tell(event) {
      if (closed) return
      switch (event.kind) {
        case 'text':
          text += event.delta
          soon()
          break
        case 'thinking':
          // Thinking after text is rare; it must not overtake it.
          if (text !== '') flush()
          thinking = event.characters
          soon()
          break
        case 'sending':
        case 'first-byte':
          flush()
          call(event)
          break
      }
    },
    flush,
    close
  }
}
