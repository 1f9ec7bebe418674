import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edges } from './generate/picture.ts'
import { normalised, orderScore, score, spaced, tight, wrongLines } from './score.ts'

describe('forms of text', () => {
  it.each([
    ['full width', 'ＡＢＣ，１２', 'ABC,12'],
    ['quotes and dashes', '“it’s” – here', '"it\'s" - here'],
    ['blanks', '  a \n\t b ', 'a b']
  ])('takes %s for the same', (_, written, form) => {
    expect(normalised(written)).toBe(form)
  })

  it('leaves out all blanks, or only those beside Chinese', () => {
    expect(tight('a b 港 口')).toBe('ab港口')
    expect(spaced('a b 港 口 c')).toBe('a b港口c')
  })
})

function piece(text: string, x0: number, y0: number, x1: number, y1: number): { text: string; box: Edges } {
  return { text, box: [x0, y0, x1, y1] }
}

describe('score', () => {
  const truth = [piece('first line', 0, 0, 100, 20), piece('second', 0, 30, 60, 50), piece('row', 200, 30, 230, 50)]

  it('finds nothing wrong in words of the same text in any order', () => {
    const words = [
      piece('row', 201, 31, 229, 49),
      piece('line', 60, 2, 99, 19),
      piece('second', 1, 31, 59, 49),
      piece('first', 1, 2, 50, 19)
    ]
    expect(score(truth, words)).toEqual({
      errors: 0,
      characters: 18,
      spacedErrors: 0,
      spacedCharacters: 19,
      lines: 3,
      exactLines: 3,
      goodLines: 3
    })
  })

  it('judges lines of one row together when one piece covers them', () => {
    const whole = [piece('first line', 0, 0, 100, 20), piece('second row', 0, 30, 230, 50)]
    expect(score(truth, whole)).toMatchObject({ errors: 0, exactLines: 3 })
  })

  it('does not join lines of different rows', () => {
    const tall = [piece('first line second', 0, 0, 100, 50), piece('row', 200, 30, 230, 50)]
    expect(score(truth, tall)).toMatchObject({ errors: 12, exactLines: 1 })
  })

  it('counts what is missing and what stands where no text is', () => {
    const found = [piece('first lime', 0, 0, 100, 20), piece('noise', 400, 400, 450, 420)]
    expect(score(truth, found)).toMatchObject({ errors: 1 + 9 + 5, characters: 18, exactLines: 0, goodLines: 0 })
  })

  it('shows the lines that are not exact', () => {
    const found = [piece('first lime', 0, 0, 100, 20), piece('second', 0, 30, 60, 50), piece('row', 200, 30, 230, 50)]
    expect(wrongLines(truth, found)).toEqual([{ wanted: 'first line', found: 'first lime' }])
  })

  it('never finds more good lines than lines, nor fewer than exact ones', () => {
    const place = fc.integer({ min: 0, max: 250 })
    const segment = fc.record({ text: fc.string({ maxLength: 8 }), box: fc.tuple(place, place, place, place) })
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), (segments) => {
        const { exactLines, goodLines, lines } = score(truth, segments)
        expect(exactLines).toBeLessThanOrEqual(goodLines)
        expect(goodLines).toBeLessThanOrEqual(lines)
      })
    )
  })
})

describe('orderScore', () => {
  it('counts what is out of place', () => {
    const truth = [piece('one', 0, 0, 10, 10), piece('two', 20, 0, 30, 10)]
    expect(orderScore(truth, 'one\ntwo')).toEqual({ errors: 0, characters: 6 })
    expect(orderScore(truth, 'two one').errors).toBeGreaterThan(0)
  })
})
