/** Characters of a line that are compared; what follows hardly changes whether two lines are the same. */
const maximumLength = 300
/** Share of characters that may differ: two readings of one line differ in a letter or a blank. */
const tolerance = 0.2

/** Whether two lines are readings of the same one: marks of Markdown, case and blanks do not count. */
export function isSameLine(a: string, b: string): boolean {
  const [left, right] = [essence(a), essence(b)]
  if (left === right) return true
  const longest = Math.max(left.length, right.length)
  const allowed = Math.floor(longest * tolerance)
  // Numbers decide: "Total 12" is not "Total 13".
  if (allowed === 0 || Math.abs(left.length - right.length) > allowed || digitsOf(left) !== digitsOf(right))
    return false
  return distance(left, right) <= allowed
}

/** Whether a line says anything besides its marks. */
export function hasWords(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line)
}

function essence(line: string): string {
  return line
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*_#>|`~-]/gu, '')
    .slice(0, maximumLength)
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/gu, '')
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
