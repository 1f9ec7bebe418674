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
}

const nothing: Highlight = { lit: undefined, chosen: undefined, hidden: new Set() }

export const useHighlight = create<Highlight>()(() => nothing)

/** Lights a target up; undefined: nothing any more. */
export function light(target: Target | undefined): void {
  if (!isSame(useHighlight.getState().lit, target)) useHighlight.setState({ lit: target })
}

/** Chooses a target, so that the other side brings it into sight. */
export function choose(target: Target | undefined, from: 'picture' | 'result'): void {
  useHighlight.setState({ chosen: target === undefined ? undefined : { target, from } })
}

/** Shows the boxes of a label, or no longer. */
export function toggleLabel(label: string): void {
  useHighlight.setState(({ hidden }) => ({
    hidden: hidden.has(label) ? hidden.difference(new Set([label])) : new Set([...hidden, label])
  }))
}

/** For another entry. */
export function clearHighlight(): void {
  useHighlight.setState(nothing)
}

export function isSame(one: Target | undefined, other: Target | undefined): boolean {
  return one?.kind === other?.kind && one?.index === other?.index
}
