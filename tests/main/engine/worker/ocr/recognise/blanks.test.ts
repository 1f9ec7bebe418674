import { describe, expect, it } from 'vitest'
import { type LineImage, restoreBlanks } from '../../../../../../main/engine/worker/ocr/recognise/blanks.ts'
import type { Glyph } from '../../../../../../main/engine/worker/ocr/recognise/ctc.ts'
import { textOf } from './glyphs.ts'

const pixelsPerStep = 4
const letterWidth = 12

/**
 * A line 48 pixels high in which each letter is a dark box of 12 pixels, `gaps` of so many pixels between them, with
 * the glyphs that were read: `read` has the same letters, and maybe blanks.
 */
function drawn(read: string, gaps: readonly number[]): { image: LineImage; glyphs: Glyph[] } {
  const letters = gaps.length + 1
  const starts = Array.from({ length: letters }, (_, k) =>
    gaps.slice(0, k).reduce((sum, gap) => sum + gap + letterWidth, 8)
  )
  const width = (starts.at(-1) ?? 0) + letterWidth + 8
  const [stride, offset, height] = [width + 5, 3, 48]
  const values = new Float32Array(offset + stride * height).fill(1)
  for (const start of starts)
    for (let y = 10; y < 38; y++)
      values.fill(-1, offset + y * stride + start, offset + y * stride + start + letterWidth)
  const glyphs: Glyph[] = []
  for (const text of read) {
    const seen = glyphs.filter((glyph) => glyph.text !== ' ').length
    const start = starts[seen] ?? width
    const middle = text === ' ' ? start - (gaps[seen - 1] ?? 0) / 2 : start + letterWidth / 2
    glyphs.push({ text, step: Math.floor(middle / pixelsPerStep), confidence: 0.9 })
  }
  return { image: { values, offset, stride, width, height }, glyphs }
}

describe('restoreBlanks', () => {
  it.each([
    ['wide against the letters', 'oneday', [3, 3, 16, 3, 3], 'one day'],
    ['two of them', 'onedayin', [3, 3, 16, 3, 3, 14, 3], 'one day in'],
    ['as wide as those that were seen', 'a b c defgh', [9, 9, 9, 2, 9, 2, 2], 'a b c de fgh'],
    ['beside signs', 'axx=y', [2, 2, 14, 2], 'axx =y']
  ])('puts back a gap %s', (_name, read, gaps, expected) => {
    const { image, glyphs } = drawn(read, gaps)
    expect(textOf(restoreBlanks(glyphs, image, pixelsPerStep))).toBe(expected)
  })

  it.each([
    ['even gaps', 'oneday', [3, 3, 3, 3, 3]],
    ['wide but even gaps', 'oneday', [9, 9, 9, 9, 9]],
    ['a blank that was seen', 'one day', [3, 3, 16, 3, 3]],
    ['Chinese', '海上生明月', [3, 3, 16, 3]],
    ['a gap beside Chinese', '第A章B', [16, 16, 16]],
    ['one letter', 'o', []],
    ['nothing', '', []]
  ])('adds nothing to %s', (_name, read, gaps) => {
    const { image, glyphs } = drawn(read, gaps)
    expect(restoreBlanks(glyphs, image, pixelsPerStep)).toEqual(glyphs)
  })

  it('stands half way between the letters, as sure as the lesser of them', () => {
    const { image, glyphs } = drawn('oneday', [3, 3, 16, 3, 3])
    const doubtful = glyphs.map((glyph, index) => (index === 2 ? { ...glyph, confidence: 0.6 } : glyph))
    const [before, blank, after] = restoreBlanks(doubtful, image, pixelsPerStep).slice(2, 5)
    expect(blank).toEqual({
      text: ' ',
      step: Math.round(((before?.step ?? 0) + (after?.step ?? 0)) / 2),
      confidence: 0.6
    })
  })

  it('takes a line without ink', () => {
    const { image, glyphs } = drawn('oneday', [3, 3, 16, 3, 3])
    const empty = { ...image, values: image.values.map(() => 1) }
    expect(restoreBlanks(glyphs, empty, pixelsPerStep)).toEqual(glyphs)
  })
})
