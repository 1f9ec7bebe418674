import type { Glyph } from './ctc.ts'
import { blanksByPitch, pitchOf } from './fixed-pitch.ts'

/** The line as the recogniser saw it: one plane of `height` rows, each `stride` values long, `width` of them drawn. */
export interface LineImage {
  readonly values: Float32Array
  readonly offset: number
  readonly stride: number
  readonly width: number
  readonly height: number
}

/** A stretch of columns without ink between two with ink. */
interface Gap {
  readonly middle: number
  readonly width: number
  taken: boolean
}

const latin = /^[\x21-\x7e]$/

/** A column or row carries ink when its contrast exceeds this share of the whole line's. */
const inkShare = 0.22
/** A column that is dark all the way down, by this share, is a stem: an l that fills the line. */
const solidShare = 0.5
/** Rows left out above and below, where neighbouring lines may reach in. */
const edgeShare = 0.12

/**
 * The recogniser drops many blanks between Latin words. Puts one back wherever the picture has a gap between two
 * characters that is as wide as the blanks which the model did see in this line, or, with too few of those, wide
 * against the height of the letters and the usual distance between them.
 */
export function restoreBlanks(glyphs: readonly Glyph[], image: LineImage, pixelsPerStep: number): Glyph[] {
  if (!glyphs.some(({ text }, index) => index > 0 && latin.test(text) && latin.test(glyphs[index - 1]?.text ?? '')))
    return [...glyphs]
  const pitch = pitchOf(glyphs)
  if (pitch !== undefined) return blanksByPitch(glyphs, pitch)
  const { columns, textHeight } = findInk(image)
  const gaps = findGaps(columns)
  if (gaps.length === 0 || textHeight === 0) return [...glyphs]
  const widestBetween = (a: Glyph, b: Glyph): Gap | undefined => widest(gaps, a, b, pixelsPerStep)
  const need = neededWidth(glyphs, widestBetween, textHeight)
  const restored: Glyph[] = []
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1]
    if (before && latin.test(before.text) && latin.test(glyph.text)) {
      const gap = widestBetween(before, glyph)
      if (gap && !gap.taken && gap.width >= need) {
        gap.taken = true
        restored.push({
          text: ' ',
          step: Math.round((before.step + glyph.step) / 2),
          confidence: Math.min(before.confidence, glyph.confidence)
        })
      }
    }
    restored.push(glyph)
  }
  return restored
}

/** The width from which on a gap is a blank. Marks the gaps that the model saw itself. */
function neededWidth(
  glyphs: readonly Glyph[],
  widestBetween: (a: Glyph, b: Glyph) => Gap | undefined,
  textHeight: number
): number {
  const seen: number[] = []
  for (const [index, glyph] of glyphs.entries()) {
    if (glyph.text !== ' ') continue
    const [before, after] = [glyphs[index - 1], glyphs[index + 1]]
    const gap = (before && widestBetween(before, glyph)) ?? (after && widestBetween(glyph, after))
    if (!gap) continue
    gap.taken = true
    seen.push(gap.width)
  }
  const between: number[] = []
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1]
    if (!before || !latin.test(before.text) || !latin.test(glyph.text)) continue
    const gap = widestBetween(before, glyph)
    between.push(gap && !gap.taken ? gap.width : 0)
  }
  const usual = seen.length >= 3 ? quantile(seen, 0.25) * 0.9 : textHeight * 0.24 + 1
  return Math.max(usual, quantile(between, 0.5) * 2 + 1)
}

function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
}

function widest(gaps: readonly Gap[], a: Glyph, b: Glyph, pixelsPerStep: number): Gap | undefined {
  const from = a.step * pixelsPerStep
  const to = (b.step + 1) * pixelsPerStep
  let best: Gap | undefined
  for (const gap of gaps) {
    if (gap.middle > from && gap.middle < to && gap.width > (best?.width ?? 0)) best = gap
  }
  return best
}

/** Which columns carry ink, and how high the letters stand, from the contrast within each column and row. */
function findInk({ values, offset, stride, width, height }: LineImage): { columns: Uint8Array; textHeight: number } {
  const low = new Float32Array(width).fill(Number.POSITIVE_INFINITY)
  const high = new Float32Array(width).fill(Number.NEGATIVE_INFINITY)
  const rowContrast = new Float32Array(height)
  let darkest = Number.POSITIVE_INFINITY
  let brightest = Number.NEGATIVE_INFINITY
  const edge = Math.round(height * edgeShare)
  for (let y = 0; y < height; y++) {
    let rowLow = Number.POSITIVE_INFINITY
    let rowHigh = Number.NEGATIVE_INFINITY
    const inner = y >= edge && y < height - edge
    const base = offset + y * stride
    for (let x = 0; x < width; x++) {
      const value = values[base + x] as number
      if (value < rowLow) rowLow = value
      if (value > rowHigh) rowHigh = value
      if (!inner) continue
      if (value < (low[x] as number)) low[x] = value
      if (value > (high[x] as number)) high[x] = value
    }
    rowContrast[y] = rowHigh - rowLow
    if (rowLow < darkest) darkest = rowLow
    if (rowHigh > brightest) brightest = rowHigh
  }
  const threshold = (brightest - darkest) * inkShare
  const columns = Uint8Array.from({ length: width }, (_, x) => {
    const solid = brightest - (high[x] as number) > (brightest - darkest) * solidShare
    return solid || (high[x] as number) - (low[x] as number) > threshold ? 1 : 0
  })
  const first = rowContrast.findIndex((contrast) => contrast > threshold)
  const last = rowContrast.findLastIndex((contrast) => contrast > threshold)
  return { columns, textHeight: first < 0 ? 0 : last - first + 1 }
}

function findGaps(columns: Uint8Array): Gap[] {
  const gaps: Gap[] = []
  let x = columns.indexOf(1)
  while (x >= 0 && x < columns.length) {
    const from = columns.indexOf(0, x)
    const to = from < 0 ? -1 : columns.indexOf(1, from)
    if (to < 0) break
    gaps.push({ middle: (from + to) / 2, width: to - from, taken: false })
    x = to
  }
  return gaps
}
