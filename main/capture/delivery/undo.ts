/** What is known when the person wants the former clipboard back. Times are milliseconds of one clock. */
export interface UndoFacts {
  /** When the former content was put aside; undefined when none is held. */
  readonly heldSince: number | undefined
  /** What the capture wrote. */
  readonly written: string
  /** What is on the clipboard now; undefined when that is no text. */
  readonly current: string | undefined
  readonly now: number
}

/** What was on the clipboard may have been a password: it is held no longer than this, in milliseconds. */
export const holdLimit = 5 * 60_000

/** `changed`: somebody has copied something since, which undoing would destroy. `gone`: nothing is held any more. */
export type UndoDecision = 'restore' | 'changed' | 'gone'

export function decideUndo({ heldSince, written, current, now }: UndoFacts): UndoDecision {
  if (heldSince === undefined || now - heldSince > holdLimit) return 'gone'
  return isSameText(written, current) ? 'restore' : 'changed'
}

/** Windows gives back other line ends than were written. */
function isSameText(written: string, current: string | undefined): boolean {
  return current !== undefined && withPlainEnds(written) === withPlainEnds(current)
}

function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
