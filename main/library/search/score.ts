/**
 * What a term is worth in each line of a document (`documentOf`): name, question, labels, text, and all lines of turns.
 * The first three are short and chosen.
 */
const weights = [80, 60, 60, 20, 30] as const

/**
 * How well a document (folded, one field a line) fits folded terms: a whole number, higher is better. It depends on nothing
 * but the two, so a page of results can be continued though others came or went.
 */
export function scoreOf(document: string, terms: readonly string[]): number {
  const lines = document.split('\n')
  let score = 0
  for (const term of terms) {
    let best = 0
    for (const [index, line] of lines.entries()) {
      const weight = weights[Math.min(index, weights.length - 1)] ?? 0
      best = Math.max(best, weight * fit(line, term))
    }
    score += best
  }
  return Math.round(score)
}

/** From 0, where the term is missing, to 4: a whole word counts double, and up to five repeats a little each. */
function fit(line: string, term: string): number {
  let count = 0
  let whole = false
  for (let at = line.indexOf(term); at >= 0 && count < 6; at = line.indexOf(term, at + term.length)) {
    count++
    whole ||= isWhole(line, at, at + term.length)
  }
  if (count === 0) return 0
  const early = line.startsWith(term) ? 0.5 : 0
  return (whole ? 2 : 1) + early + (count - 1) * 0.3
}

const letter = /[\p{L}\p{N}]/u

/** Whether the characters beside it belong to other words; Chinese has no words' ends, so there each place is whole. */
function isWhole(line: string, start: number, end: number): boolean {
  return !(joins(line, start - 1) && joins(line, start)) && !(joins(line, end - 1) && joins(line, end))
}

function joins(line: string, index: number): boolean {
  const code = line.charCodeAt(index)
  return code < 0x2e80 && letter.test(line.charAt(index))
}
