/** Entries that were picked to do something with all of them. */
export interface Selection {
  /** Numbers of entries. */
  readonly ids: ReadonlySet<number>
  /** Row from which Shift reaches on. */
  readonly anchor: number | undefined
}

export const nothingSelected: Selection = { ids: new Set(), anchor: undefined }

/** With an entry picked, or not any more; its row is the next start of a range. */
export function toggled({ ids }: Selection, id: number, row: number): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: row }
}

/** With the entries of a range; `isMore` keeps those that were picked before. */
export function withRange({ ids, anchor }: Selection, range: readonly number[], isMore: boolean): Selection {
  return { ids: new Set(isMore ? [...ids, ...range] : range), anchor }
}

/** The rows of a range, the upper one first. */
export function rangeOf({ anchor }: Selection, row: number): readonly [first: number, last: number] {
  const from = anchor ?? row
  return [Math.min(from, row), Math.max(from, row)]
}
