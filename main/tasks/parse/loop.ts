/** Longest passage in lines that is looked for, and how often it has to come in a row. */
const [longestPassage, fewestTimes] = [4, 8]

/**
 * Takes off what a model that ran into a loop wrote again and again at the end, and leaves it once. Lines of a real
 * page repeat too, but hardly eight times in a row without any difference; rows without letters or digits stay.
 */
export function cutLoop(text: string): { readonly kept: string; readonly repeated: number } {
  const lines = text.split('\n')
  for (let length = 1; length <= longestPassage; length++) {
    // The limit of tokens cuts the last line anywhere: the loop is also looked for without it.
    for (const end of [lines.length, lines.length - 1]) {
      const same = sameAsBefore(lines, end, length)
      const first = end - same - length
      if (same < (fewestTimes - 1) * length || !isText(lines.slice(first, first + length))) continue
      const kept = lines.slice(0, first + length)
      return { kept: kept.join('\n'), repeated: lines.length - kept.length }
    }
  }
  return { kept: text, repeated: 0 }
}

/** How many lines before `end` are each the same as the one `length` lines above. */
function sameAsBefore(lines: readonly string[], end: number, length: number): number {
  let same = 0
  while (end - length - same > 0 && lines[end - 1 - same] === lines[end - 1 - same - length]) same++
  return same
}

function isText(lines: readonly string[]): boolean {
  return /[\p{L}\p{N}]/u.test(lines.join(''))
}
