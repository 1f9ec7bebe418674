/** Fewest insertions, deletions and replacements that turn one text into the other, by code points (Levenshtein). */
export function distance(from: string, to: string): number {
  const target = Array.from(to)
  let previous = Array.from({ length: target.length + 1 }, (_, index) => index)
  for (const [row, character] of Array.from(from).entries()) {
    const current = [row + 1]
    for (const [column, other] of target.entries()) {
      const replaced = (previous[column] ?? 0) + (character === other ? 0 : 1)
      const inserted = (current[column] ?? 0) + 1
      const deleted = (previous[column + 1] ?? 0) + 1
      current.push(Math.min(replaced, inserted, deleted))
    }
    previous = current
  }
  return previous.at(-1) ?? 0
}
