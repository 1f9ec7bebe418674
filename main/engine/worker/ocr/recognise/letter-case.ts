import type { LineImage } from './blanks.ts'
import type { Glyph } from './ctc.ts'

/** Letters whose small and capital forms differ in size only. */
const twin = /^[cosvwxz]$/i
/** Letters that tell the height of capitals, and those that tell the height of small letters. */
const tall = /^[ABDEFGHIJKLMNPRTbdfhkl0-9]$/
const small = /^[aemnru]$/
/** A pixel is ink when it is darker than the ground by this share of the line's contrast. */
const inkShare = 0.4
/** Columns looked at on either side of a glyph's middle, as a share of the line's height. */
const reach = 0.09
/** How much nearer to the other form's height a letter must stand, as a share of the difference. */
const certain = 0.3

/**
 * Sets the case of letters such as o and O by how high they stand in the picture, where the letters around make the
 * recogniser's choice doubtful: `PoRT`, `hOuse`. The line shows dark ink on a light ground.
 */
export function settleCase(glyphs: readonly Glyph[], image: LineImage, pixelsPerStep: number): readonly Glyph[] {
  const doubtful = glyphs.map((_, index) => isDoubtful(glyphs, index))
  if (!doubtful.includes(true)) return glyphs
  const threshold = inkThreshold(image)
  const top = ({ step }: Glyph): number => topOf(image, (step + 0.5) * pixelsPerStep, threshold)
  const capitals = median(glyphs.filter(({ text }) => tall.test(text)).map(top))
  const smalls = median(glyphs.filter(({ text }) => small.test(text)).map(top))
  return glyphs.map((glyph, index) => {
    if (!doubtful[index]) return glyph
    const text = caseAt(glyph.text, top(glyph), capitals, smalls, image.height)
    return text === glyph.text ? glyph : { ...glyph, text }
  })
}

/** A twin, or a run of them, between two letters of the other case; small ones also where a word begins. */
function isDoubtful(glyphs: readonly Glyph[], index: number): boolean {
  const own = glyphs[index]?.text ?? ''
  if (!twin.test(own)) return false
  const [before, after] = [-1, 1].map((direction) => {
    let at = index + direction
    while (twin.test(glyphs[at]?.text ?? '')) at += direction
    return glyphs[at]?.text ?? ''
  }) as [string, string]
  const isSmall = own === own.toLowerCase()
  const other = isSmall ? /^[A-Z]$/ : /^[a-z]$/
  return other.test(after) && (other.test(before) || (isSmall && !/^[a-z]$/i.test(before)))
}

function caseAt(
  text: string,
  top: number,
  capitals: number | undefined,
  smalls: number | undefined,
  height: number
): string {
  if (capitals === undefined) return text
  const lower = smalls ?? capitals + height * 0.14
  const difference = lower - capitals
  if (difference < height * 0.06) return text
  const share = (top - capitals) / difference
  if (share < 0.5 - certain) return text.toUpperCase()
  return smalls !== undefined && share > 0.5 + certain ? text.toLowerCase() : text
}

function inkThreshold({ values, offset, stride, width, height }: LineImage): number {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let y = 0; y < height; y++) {
    for (let at = offset + y * stride; at < offset + y * stride + width; at++) {
      const value = values[at] as number
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return high - (high - low) * inkShare
}

/** Row of the highest ink near a column; the line's height when there is none. */
function topOf({ values, offset, stride, width, height }: LineImage, middle: number, threshold: number): number {
  const from = Math.max(0, Math.round(middle - height * reach))
  const to = Math.min(width, Math.round(middle + height * reach) + 1)
  for (let y = 0; y < height; y++) {
    for (let x = from; x < to; x++) {
      if ((values[offset + y * stride + x] as number) < threshold) return y
    }
  }
  return height
}

function median(values: number[]): number | undefined {
  return values.length < 2 ? undefined : values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
