export interface Place {
  /** Row that has the focus. */
  readonly row: number
  readonly count: number
  /** Rows that are seen at once. */
  readonly page: number
}

/** Row to which a key leads; undefined for a key that leads nowhere. `key` as `KeyboardEvent.key` names it. */
export function rowAfter(key: string, { row, count, page }: Place): number | undefined {
  const step = stepOf(key, Math.max(1, page - 1))
  if (step === undefined || count === 0) return undefined
  return Math.min(Math.max(0, row + step), count - 1)
}

function stepOf(key: string, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return 1
    case 'ArrowUp':
      return -1
    case 'PageDown':
      return page
    case 'PageUp':
      return -page
    case 'Home':
      return -Infinity
    case 'End':
      return Infinity
    default:
      return undefined
  }
}
