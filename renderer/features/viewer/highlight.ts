import { create } from 'zustand'

/** A place in the picture that also stands in the result: a line of text, a box of an answer, a code. */
export interface Target {
  readonly kind: 'line' | 'box' | 'code'
  /** In the entry's list of its kind. */
  readonly index: number
}

/** What lights up in picture and result together. */
export interface Highlight {
  /** Under the pointer, or has the focus. */
  readonly lit: Target | undefined
  /** Clicked last, and where: the other side brings it into sight. */
  readonly chosen: { readonly target: Target; readonly from: 'picture' | 'result' } | undefined
  /** Labels whose boxes are not shown. */
  readonly hidden: ReadonlySet<string>
  readonly light: (target: Target | undefined) => void
  readonly choose: (target: Target | undefined, from: 'picture' | 'result') => void
  readonly toggleLabel: (label: string) => void
  /** For another entry. */
  readonly clear: () => void
}

const nothing = { lit: undefined, chosen: undefined, hidden: new Set<string>() }

export const useHighlight = create<Highlight>()((set) => ({
  ...nothing,
  light: (target) => set((former) => (isSame(former.lit, target) ? former : { lit: target })),
  choose: (target, from) => set({ chosen: target === undefined ? undefined : { target, from } }),
  toggleLabel: (label) =>
    set(({ hidden }) => ({
      hidden: hidden.has(label) ? hidden.difference(new Set([label])) : new Set([...hidden, label])
    })),
  clear: () => set(nothing)
}))

export function isSame(one: Target | undefined, other: Target | undefined): boolean {
  return one?.kind === other?.kind && one?.index === other?.index
}
