/** Where the lines of a picture stand in a text that was made of them: paragraphs, code, a table. */
export interface Alignment {
  readonly text: string
  /** By line; undefined where the text does not have it. */
  readonly lines: readonly (AlignedLine | undefined)[]
  /** Aligned lines by where they begin in the text. */
  readonly inOrder: readonly number[]
  /** By line: its place in `inOrder`; -1 for a line that the text does not have. */
  readonly ranks: readonly number[]
}

export interface AlignedLine {
  /** In UTF-16 units of the text. */
  readonly start: number
  readonly end: number
  /** Where each character of the line begins in the text; as long as the line has characters. */
  readonly offsets: readonly number[]
}

/** Marks of tables and indentation may stand between two lines; farther away it is another text. */
const reach = 400
/** Comparisons that may be spent on lines that are not where they were expected. */
const budget = 4_000_000

/**
 * Finds lines, which come in reading order, in a text. Blanks may differ, and a hyphen at the end of a line may be gone.
 * Each place of the text belongs to one line at most.
 */
export function alignLines(lines: readonly string[], text: string): Alignment {
  const search = createSearch(text)
  const aligned = lines.map((line) => search(Array.from(line)))
  const inOrder = aligned
    .flatMap((line, index) => (line === undefined ? [] : [{ index, start: line.start }]))
    .toSorted((a, b) => a.start - b.start)
    .map(({ index }) => index)
  const ranks = Array<number>(lines.length).fill(-1)
  for (const [rank, line] of inOrder.entries()) ranks[line] = rank
  return { text, lines: aligned, inOrder, ranks }
}

function createSearch(text: string) {
  const taken = new Uint8Array(text.length)
  let cursor = 0
  let left = budget

  const tryAt = (characters: readonly string[], from: number): AlignedLine | undefined => {
    const match = matchAt(characters, text, from)
    if (match === undefined || taken[match.start] === 1 || taken[match.end - 1] === 1) return undefined
    taken.fill(1, match.start, match.end)
    return match
  }

  const between = (characters: readonly string[], first: string, from: number, to: number) => {
    for (let at = text.indexOf(first, from); at >= 0 && at < to && left > 0; at = text.indexOf(first, at + 1)) {
      left -= characters.length
      const match = tryAt(characters, at)
      if (match !== undefined) return match
    }
    return undefined
  }

  return (characters: readonly string[]): AlignedLine | undefined => {
    const first = characters.find((character) => character.trim() !== '')
    if (first === undefined) return undefined
    const near = between(characters, first, cursor, cursor + reach)
    if (near !== undefined) {
      cursor = near.end
      return near
    }
    left -= text.length / 16
    return left > 0 ? between(characters, first, 0, text.length) : undefined
  }
}

/** Compares without regard to blanks. `from` is where the first letter stands. */
function matchAt(characters: readonly string[], text: string, from: number): AlignedLine | undefined {
  const offsets: number[] = []
  let at = from
  let start: number | undefined
  let end = from
  for (const [index, character] of characters.entries()) {
    if (character.trim() === '') {
      offsets.push(at)
      continue
    }
    const place = skipBlanks(text, at)
    if (text.startsWith(character, place)) {
      start ??= place
      offsets.push(place)
      end = place + character.length
      at = end
    } else if (index === characters.length - 1 && start !== undefined && /[-\u2010\u00ad]/u.test(character)) {
      // The word was broken here and has been made whole.
      offsets.push(at)
    } else return undefined
  }
  return start === undefined ? undefined : { start, end, offsets }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/u.test(text.charAt(at))) at++
  return at
}

/** The line whose text stands at an offset; undefined between lines. */
export function lineAtOffset(alignment: Alignment, offset: number): number | undefined {
  const { lines, inOrder } = alignment
  let [low, high] = [0, inOrder.length]
  while (low < high) {
    const half = (low + high) >> 1
    if ((lines[inOrder[half] ?? -1]?.start ?? Infinity) <= offset) low = half + 1
    else high = half
  }
  const line = inOrder[low - 1]
  return line !== undefined && offset < (lines[line]?.end ?? 0) ? line : undefined
}

/** Where a caret before character `index` of a line stands in the text; undefined when the text does not have the line. */
export function offsetOf(alignment: Alignment, line: number, index: number): number | undefined {
  const aligned = alignment.lines[line]
  if (aligned === undefined) return undefined
  return aligned.offsets[index] ?? aligned.end
}
