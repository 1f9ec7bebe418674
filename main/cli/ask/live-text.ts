import type { Terminal } from '../terminal.ts'

/** An answer that appears on a screen while it comes. */
export interface LiveText {
  readonly add: (delta: string) => void
  /** Whether any of it was shown. */
  readonly shown: () => boolean
  /** Waits until all is written, and ends the line. Throws what writing threw. */
  readonly end: () => Promise<void>
}

export function createLiveText(terminal: Pick<Terminal, 'print'>): LiveText {
  let last = ''
  let writing: Promise<void> = Promise.resolve()
  const write = (text: string): void => {
    last = text
    writing = writing.then(() => terminal.print(text))
    // Told by `end`; until then nobody waits for it.
    writing.catch(() => undefined)
  }
  return {
    add: (delta) => {
      if (delta !== '') write(delta)
    },
    shown: () => last !== '',
    end: () => {
      if (last !== '' && !last.endsWith('\n')) write('\n')
      return writing
    }
  }
}
