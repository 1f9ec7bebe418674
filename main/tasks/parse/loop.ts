/** Longest passage in lines that is looked for, and how often it has to come in a row. */
const [longestPassage, fewestTimes] = [4, 8]

/**
 * Takes off what a model that ran into a loop wrote again and again at the end, and leaves it once. Lines of a real
 * page repeat too, but hardly eight times in a row without any difference; rows without letters or digits stay.
 */
export function cutLoop(text: string): { readonly kept: string; readonly repeated: number } {
  const lines = text.split('\n')
  for (let length = 1; length <= longestPassage; length++) {
    // The limit of tokens may have cut the last passage anywhere: it is measured without its last, half lines.
    for (let half = 0; half <= length; half++) {
      const end = lines.length - half
      const times = timesAtEnd(lines, end, length)
      if (times < fewestTimes || !/[\p{L}\p{N}]/u.test(lines.slice(end - length, end).join(''))) continue
      const kept = lines.slice(0, end - (times - 1) * length)
      return { kept: kept.join('\n'), repeated: lines.length - kept.length }
    }
  }
  return { kept: text, repeated: 0 }
}

function timesAtEnd(lines: readonly string[], end: number, length: number): number {
  let same = 0
  while (end - length - same > 0 && lines[end - 1 - same] === lines[end - 1 - same - length]) same++
  return Math.floor(same / length) + 1
}
