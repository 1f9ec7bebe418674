import type { BoxItem, BoxNumbers } from './box-items.ts'

const boxKey = /["'“”]?\b(?:bbox_2d|box_2d|bbox|box|bounding_box|coordinates)\b["'“”]?\s*[:=]\s*/giu
const fourNumbers =
  /^[\s[\](){}"',]*(-?\d+(?:\.\d+)?)[\s[\](){}"',]+(-?\d+(?:\.\d+)?)[\s[\](){}"',]+(-?\d+(?:\.\d+)?)[\s[\](){}"',]+(-?\d+(?:\.\d+)?)(?=[\s[\](){}"',])/u
const labelField =
  /["'“”]?\b(?:label|name|category|class|text_content)\b["'“”]?\s*[:=]\s*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|“([^”\n]*)”|([^,}\]\n"']+))/iu

/** Longest list of brackets and blanks in front of a number, and the numbers themselves. */
const maximumNumbersLength = 200

/**
 * Reads boxes from text whose brackets are beyond repair: whatever stands behind a key of a box and begins with four
 * numbers, with the label of the same entry. The last entry of a `truncated` answer is left out unless its
 * brace is there. Each stretch of text is looked at once.
 */
export function salvageBoxes(text: string, truncated: boolean): BoxItem[] {
  const keys = [...text.matchAll(boxKey)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
  const starts = keys.map(({ from }, index) => {
    const previous = keys[index - 1]?.to ?? 0
    const brace = text.slice(previous, from).lastIndexOf('{')
    return brace < 0 ? from : previous + brace
  })
  return keys.flatMap(({ to }, index) => {
    const next = starts[index + 1]
    const entry = text.slice(starts[index], next)
    const numbers = readNumbers(text.slice(to, Math.min(to + maximumNumbersLength, next ?? text.length)))
    const finished = !truncated || next !== undefined || entry.includes('}')
    return numbers && finished ? [{ numbers, label: readLabel(entry), attributes: {} }] : []
  })
}

function readNumbers(text: string): BoxNumbers | undefined {
  const match = fourNumbers.exec(text)
  if (!match) return undefined
  const [a, b, c, d] = match.slice(1).map(Number)
  const whole = a !== undefined && b !== undefined && c !== undefined && d !== undefined
  return whole ? [a, b, c, d] : undefined
}

function readLabel(entry: string): string | undefined {
  const match = labelField.exec(entry)
  const label = match?.slice(1).find((part) => part !== undefined)
  return label?.replaceAll(/\\(.)/gu, '$1').trim().slice(0, 200) || undefined
}
