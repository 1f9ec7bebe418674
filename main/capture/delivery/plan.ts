import { type Notice, noticeOf } from './notice.ts'

/** One thing to be done with the text of a capture. */
export type DeliveryStep =
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
  /** Whether the person wants to be told of what was copied. */
  readonly notify: boolean
}

/**
 * What is done with the text, in order; it is in the library already, where reading has put it. Without text the clipboard
 * keeps what it has, and that there is none is said.
 */
export function planDelivery({ text, picture, to, notify }: DeliveryFacts): DeliveryStep[] {
  if (to === 'panel') return [{ kind: 'open-panel', picture, text }]
  const notice: DeliveryStep = { kind: 'notify', notice: noticeOf(text) }
  if (isEmpty(text)) return [notice]
  return [{ kind: 'hold-clipboard' }, { kind: 'write-clipboard', text }, ...(notify ? [notice] : [])]
}

/** Whether nothing was read that could be seen. */
function isEmpty(text: string): boolean {
  return text.trim() === ''
}
