import { create } from 'zustand'

/** What the composer remembers while it is open. */
export interface Composing {
  /** Tokens of what a question was promised for: it is not read by itself. */
  readonly asking: ReadonlySet<string>
  /** Index of the subject that the viewer shows. */
  readonly lookedAt: number
}

export const useComposing = create<Composing>()(() => ({ asking: new Set(), lookedAt: 0 }))
