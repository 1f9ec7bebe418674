import { withoutOuterFence } from '../parse/fence.ts'
import { boundNotices } from '../parse/notices.ts'
import { isNothing } from '../parse/text.ts'
import type { TaskResult } from '../result.ts'
import { joinColumns } from './columns.ts'
import { hasWords, isSameLine } from './line.ts'
import { findSeam } from './seam.ts'
import { rowsOfTiles, type TileResult } from './tiles.ts'

/** Joins text that goes on from tile to tile; what two tiles both show is kept once. */
export function mergeTexts(results: readonly TileResult[]): TaskResult {
  return mergeLines(
    results,
    (text) => text.split('\n'),
    (lines) => lines.join('\n')
  )
}

/** Joins answers about the parts of a picture: one after the other, the same one once. */
export function mergeAnswers(results: readonly TileResult[]): TaskResult {
  const texts = rowsOfTiles(filled(results)).flatMap((row) => row.map(({ result }) => result.text.trim()))
  return withNotices(results, [...new Set(texts)].join('\n\n'))
}

/** Joins code that goes on from tile to tile into one fenced block, in the language of the first. */
export function mergeCode(results: readonly TileResult[]): TaskResult {
  const opening = /^(`{3,})[\w+#.-]*\n/u.exec(filled(results)[0]?.result.text ?? '')
  if (!opening) return mergeTexts(results)
  const [head, marks = ''] = opening
  return mergeLines(
    results,
    (text) => withoutOuterFence(text).split('\n'),
    (lines) => `${head}${lines.join('\n')}\n${marks}`
  )
}

function mergeLines(
  results: readonly TileResult[],
  split: (text: string) => string[],
  join: (lines: string[]) => string
): TaskResult {
  const rows = rowsOfTiles(filled(results)).map((row) =>
    row.map(({ result }) => split(result.text)).reduce((left, right) => joinColumns(left, right))
  )
  const [first, ...others] = rows
  return withNotices(results, first ? join(others.reduce(joinRows, first)) : '')
}

/** Puts lines below others; blank lines between them stay as they were. */
function joinRows(above: readonly string[], below: readonly string[]): string[] {
  const [first, second] = [filledIndexes(above), filledIndexes(below)]
  const isSame = (a: number, b: number) => isSameLine(above[a] ?? '', below[b] ?? '')
  const seam = findSeam(first, second, isSame, (index) => hasWords(above[index] ?? ''))
  if (seam.start === 0) return [...above, '', ...below]
  const rest = below.slice((second[seam.start - 1] ?? 0) + 1)
  // A part that begins within a table takes its first row for the header, and rules a line below it.
  const [next = ''] = rest
  const isRuled = next.includes('-') && /^\s*\|[\s:|-]+$/u.test(next)
  return [...above.slice(0, (first[seam.end - 1] ?? 0) + 1), ...(isRuled ? rest.slice(1) : rest)]
}

function filledIndexes(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]))
}

function filled(results: readonly TileResult[]): TileResult[] {
  return results.filter(({ result }) => !isNothing(result.text))
}

/** The text with all notices; where no tile holds anything, what the first one says. */
function withNotices(results: readonly TileResult[], text: string): TaskResult {
  const notices = boundNotices(results.flatMap(({ result }) => result.notices))
  return { kind: 'text', text: text === '' ? (results[0]?.result.text ?? '-') : text, notices }
}
