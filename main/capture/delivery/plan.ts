import { type Notice, noticeOf } from './notice.ts'

/** One thing to be done with the text of a capture. */
export type DeliveryStep =
  /** Make an entry of picture and text in the library. */
  | { readonly kind: 'keep'; readonly picture: string; readonly text: string }
  /** Hold what is on the clipboard in memory, to be put back. */
  | { readonly kind: 'hold-clipboard' }
  | { readonly kind: 'write-clipboard'; readonly text: string }
  /** Show picture and text in the quick panel, from where it can be copied. */
  | { readonly kind: 'open-panel'; readonly picture: string; readonly text: string }
  | { readonly kind: 'notify'; readonly notice: Notice }

export interface DeliveryFacts {
  /** As it was read; may be empty. */
  readonly text: string
  /** How the shell finds the picture again. */
  readonly picture: string
  /** What the person prefers. */
  readonly to: 'clipboard' | 'panel'
}

/**
 * What is done with the text, in order: it is in the library before anyone is told. Without text the clipboard keeps what it has,
 * and that there is none is said.
 */
export function planDelivery({ text, picture, to }: DeliveryFacts): DeliveryStep[] {
  const keep: DeliveryStep = { kind: 'keep', picture, text }
  if (to === 'panel') return [keep, { kind: 'open-panel', picture, text }]
  const notify: DeliveryStep = { kind: 'notify', notice: noticeOf(text) }
  if (isEmpty(text)) return [keep, notify]
  return [keep, { kind: 'hold-clipboard' }, { kind: 'write-clipboard', text }, notify]
}

/** Whether nothing was read that could be seen. */
function isEmpty(text: string): boolean {
  return text.trim() === ''
}
