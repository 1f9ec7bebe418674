import { median, middleOf, type Segment } from './piece.ts'

/** How the lines on both sides of a gutter stand to each other. */
export interface Alignment {
  /** Lines of the shorter side that share a row with a line of the other side, or with a group of its lines. */
  readonly aligned: number
  /** Lines of the shorter side that stand beside the other side's rows, but between them. */
  readonly loose: number
  /** Both sides start on one row and run along until one of them ends: so many lines go on in the same list. */
  readonly leftOver: number
}

/** Compares two sides, each from top to bottom, with `gap` pixels between them. */
export function alignSides(left: readonly Segment[], right: readonly Segment[], gap: number): Alignment {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left]
  const partners = nearest(few, many)
  const offset = usualOffset(few, many, partners)
  const groups = groupMiddles(many)
  let aligned = 0
  let loose = 0
  let prefix = 0
  for (const [index, segment] of few.entries()) {
    const partner = many[partners[index] ?? 0]
    const onRow = partner !== undefined && isOnRow(segment, partner, offset)
    if (onRow && partners[index] === index && prefix === index) prefix++
    if (onRow || (few.length > 1 && isBesideGroup(segment, groups))) aligned++
    else if (touches(segment, many, partners[index] ?? 0, gap)) loose++
  }
  const leftOver = few.length > 1 && prefix === few.length ? continued(many, few.length) : 0
  return { aligned, loose, leftOver }
}

/**
 * Whether a line stands beside others, even if only between them. A bracket or a number that sticks out to the left of
 * indented lines has nothing beside it.
 */
function touches(segment: Segment, many: readonly Segment[], nearestIndex: number, gap: number): boolean {
  if (segment.box.x1 - segment.box.x0 > segment.size * 3 || gap > segment.size * 2.5) return true
  return [-1, 0, 1].some((step) => {
    const other = many[nearestIndex + step]
    if (!other) return false
    const shared = Math.min(segment.box.y1, other.box.y1) - Math.max(segment.box.y0, other.box.y0)
    return shared > Math.min(segment.size, other.size) * 0.15
  })
}

/** How many lines from index `from` on go on at the pitch and the left edge of those before. */
function continued(lines: readonly Segment[], from: number): number {
  const pitches = lines.slice(1).map((line, index) => middleOf(line.box) - middleOf(lines[index]?.box ?? line.box))
  const pitch = median(pitches.slice(0, from - 1))
  // Icons and cards stand further apart than the entries of a list.
  if (pitch > median(lines.map((line) => line.size)) * 2.6) return 0
  let count = 0
  for (let index = from; index < lines.length; index++) {
    const before = lines[index - 1]
    const line = lines[index]
    if (!before || !line || (pitches[index - 1] ?? 0) > pitch * 1.25) break
    if (Math.abs(before.box.x0 - line.box.x0) > line.size * 0.4) break
    count++
  }
  return count
}

/** For each of `few` the index of the nearest of `many`; both run from top to bottom. */
function nearest(few: readonly Segment[], many: readonly Segment[]): number[] {
  let next = 0
  return few.map((segment) => {
    const middle = middleOf(segment.box)
    while (next + 1 < many.length && distance(many[next + 1], middle) <= distance(many[next], middle)) next++
    return next
  })
}

function distance(segment: Segment | undefined, middle: number): number {
  return segment ? Math.abs(middleOf(segment.box) - middle) : Infinity
}

/** Fields stand a little lower or higher than their labels, but all by the same distance. */
function usualOffset(few: readonly Segment[], many: readonly Segment[], partners: readonly number[]): number {
  if (few.length < 3) return 0
  const offsets = few.map((segment, index) => {
    const partner = many[partners[index] ?? 0] ?? segment
    return (middleOf(partner.box) - middleOf(segment.box)) / Math.min(segment.size, partner.size)
  })
  const usual = median(offsets)
  const steady = offsets.filter((offset) => Math.abs(offset - usual) < 0.22).length >= few.length * 0.8
  return steady && Math.abs(usual) < 0.4 ? usual : 0
}

function isOnRow(a: Segment, b: Segment, offset: number): boolean {
  const size = Math.min(a.size, b.size)
  const middles = Math.abs(middleOf(b.box) - middleOf(a.box) - offset * size)
  return middles <= size * 0.25 || Math.abs(a.box.y1 - b.box.y1) <= size * 0.17
}

/** Middles of lines that follow each other more closely than the rest: a label with its explanation. */
function groupMiddles(lines: readonly Segment[]): { middle: number; size: number }[] {
  const gaps = lines.slice(1).map((line, index) => line.box.y0 - (lines[index]?.box.y1 ?? line.box.y0))
  const size = median(lines.map((line) => line.size))
  const close = Math.min(...gaps) + size * 0.35
  const groups: Segment[][] = []
  for (const [index, line] of lines.entries()) {
    const group = groups.at(-1)
    if (group && (gaps[index - 1] ?? Infinity) <= close) group.push(line)
    else groups.push([line])
  }
  return groups
    .filter((group) => group.length > 1 && group.length < 4)
    .map((group) => ({ middle: ((group[0]?.box.y0 ?? 0) + (group.at(-1)?.box.y1 ?? 0)) / 2, size }))
}

function isBesideGroup(segment: Segment, groups: readonly { middle: number; size: number }[]): boolean {
  const middle = middleOf(segment.box)
  return groups.some((group) => Math.abs(group.middle - middle) <= group.size * 0.35)
}
