import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLine } from '../../../../../../main/engine/protocol/reading.ts'
import { lineOf } from '../../../../../../main/engine/worker/ocr/recognise/line.ts'
import { recognised } from './glyphs.ts'

describe('lineOf', () => {
  it('has one position and one confidence for each code point', () => {
    const glyphs = [
      { text: '𠮷', step: 0, confidence: 0.9 },
      { text: 'ab', step: 2, confidence: 0.8 },
      { text: '', step: 3, confidence: 1 }
    ]
    expect(lineOf(recognised('', 0.85, { glyphs, place: (step) => step / 4 }))).toEqual({
      text: '𠮷ab',
      quad: [
        [50, 40],
        [150, 40],
        [150, 60],
        [50, 60]
      ],
      confidence: 0.85,
      positions: [0, 0.5, 0.5],
      confidences: [0.9, 0.8, 0.8],
      vertical: false
    })
  })

  it.each([
    ['  ab c ', 'ab c'],
    [' ', ''],
    ['', '']
  ])('leaves outer blanks of "%s" out', (read, text) => {
    const line = lineOf(recognised(read))
    expect(line.text).toBe(text)
    expect(line.positions).toHaveLength(Array.from(text).length)
  })

  it('keeps to what the protocol promises', () => {
    const glyph = fc.record({
      text: fc.constantFrom('a', ' ', '中', '𠮷', ''),
      step: fc.nat(100),
      confidence: fc.double({ min: -0.1, max: 1.1, noNaN: true })
    })
    fc.assert(
      fc.property(fc.array(glyph), (glyphs) => {
        const line = readLine.parse(lineOf(recognised('', 1.001, { glyphs, place: (step) => step / 100 })))
        const length = Array.from(line.text).length
        expect(line.positions).toHaveLength(length)
        expect(line.confidences).toHaveLength(length)
        expect(line.positions).toEqual(line.positions.toSorted((a, b) => a - b))
      })
    )
  })
})
