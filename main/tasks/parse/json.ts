import { jsonrepair } from 'jsonrepair'
import { findFences } from './fence.ts'
import { type Outline, outline } from './outline.ts'

/** Characters of one value; a list of 5,000 boxes has half as many. */
const maximumLength = 1_000_000
/**
 * Characters that are repaired, at once and in one answer. The time of jsonrepair grows with the square of the length:
 * 40,000 characters, as much as 8,000 tokens of boxes, take up to 0.3 s.
 */
const [maximumRepair, maximumRepairs] = [40_000, 200_000]
/** Brackets that are opened and never closed: how many are tried before giving up. Keeps the time linear. */
const maximumUnclosed = 8

/** One JSON value in an answer. */
export interface FoundJson {
  readonly value: unknown
  /** It was no strict JSON. */
  readonly repaired: boolean
  /** Its last brackets are missing; with `truncated` what followed the last whole item was left out. */
  readonly cut: boolean
  /** Where it stood in the text. */
  readonly from: number
  readonly to: number
}

/**
 * The JSON values of an answer, those in fenced blocks first, then those between other words; no two overlap. Strict
 * JSON is taken as it is, all else is repaired as far as it goes. Of an answer that was `truncated` only whole items are
 * taken: half a number looks like a number. Never throws, and takes a second or two for the worst megabyte.
 */
export function* findJson(text: string, truncated: boolean): Generator<FoundJson> {
  const reading: Reading = { truncated, repairs: maximumRepairs }
  const fences = findFences(text).filter(({ body }) => /^\s*[[{]/u.test(body))
  for (const { from, to } of fences) {
    // The opening line of a fence has no bracket: scanning begins behind it.
    yield* findIn(text.slice(0, to), text.indexOf('\n', from) + 1, reading)
  }
  yield* findIn(withoutRanges(text, fences, ' '), 0, reading)
}

interface Reading {
  readonly truncated: boolean
  /** Characters that may still be repaired. */
  repairs: number
}

/** The text without those stretches: each is replaced by `filler` times its length, or left out when it is empty. */
export function withoutRanges(
  text: string,
  ranges: readonly { readonly from: number; readonly to: number }[],
  filler: '' | ' '
): string {
  let [kept, end] = ['', 0]
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    kept += text.slice(end, from) + filler.repeat(to - from)
    end = to
  }
  return kept + text.slice(end)
}

function* findIn(text: string, from: number, reading: Reading): Generator<FoundJson> {
  let unclosed = 0
  let start = nextBracket(text, from)
  while (start >= 0 && unclosed < maximumUnclosed) {
    const found = outline(text, start)
    const value = found && found.end - start <= maximumLength ? readValue(text, start, found, reading) : undefined
    if (found && value) yield { ...value, from: start, to: found.end }
    // Lists within an entry that was not finished are no entries of their own.
    if (found && !found.closed && !value && reading.truncated && beginsJson(text, start)) return
    if (!found?.closed) unclosed++
    start = nextBracket(text, found && (found.closed || value) ? found.end : start + 1)
  }
}

/** One search for both: looking for each alone would go through all of the text again and again. */
function nextBracket(text: string, from: number): number {
  const bracket = /[[{]/gu
  bracket.lastIndex = from
  return bracket.exec(text)?.index ?? -1
}

/** A bracket of JSON rather than of prose. */
function beginsJson(text: string, start: number): boolean {
  return /^\s*["'[{\d-]/u.test(text.slice(start + 1, start + 100))
}

function readValue(
  text: string,
  start: number,
  { end, closed, cut }: Outline,
  reading: Reading
): Pick<FoundJson, 'value' | 'repaired' | 'cut'> | undefined {
  if (!closed && reading.truncated && !cut) return undefined
  const source = cut && reading.truncated ? text.slice(start, cut.at) + cut.closers : text.slice(start, end)
  const strict = parseStrict(source)
  const value = strict === undefined ? repair(source, reading) : strict
  return value === undefined ? undefined : { value, repaired: strict === undefined, cut: !closed }
}

/** Undefined for what is no JSON: a value of JSON is never undefined. */
function parseStrict(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

function repair(source: string, reading: Reading): unknown {
  if (source.length > Math.min(maximumRepair, reading.repairs)) return undefined
  reading.repairs -= source.length
  try {
    return JSON.parse(jsonrepair(source))
  } catch {
    return undefined
  }
}
