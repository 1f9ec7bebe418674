import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyPage, pagesWithin, parsePageRange } from '../../../main/documents/page-range.ts'

describe('a page range', () => {
  it.each([
    ['3', 12, [3]],
    ['1-3', 12, [1, 2, 3]],
    ['1-3,7,10-', 12, [1, 2, 3, 7, 10, 11, 12]],
    ['-2', 12, [1, 2]],
    ['11-', 12, [11, 12]],
    ['12-', 12, [12]],
    ['10-1000', 12, [10, 11, 12]],
    ['5,1-2', 12, [1, 2, 5]],
    ['2-4,3,3-5', 12, [2, 3, 4, 5]],
    [' 1 - 2 , 4 ', 12, [1, 2, 4]],
    ['1–2', 12, [1, 2]],
    ['1，3', 12, [1, 3]],
    ['007', 12, [7]]
  ])('%s of %d pages', (text, count, pages) => {
    expect(pagesWithin(parsePageRange(text), count)).toEqual(pages)
  })

  it.each(['', ' ', ',', '1,', '0', '0-3', '3-1', '-', '1-2-3', '--2', 'a', '1.5', '1 2', '+1', '1234567', '1-\n2x'])(
    'is not understood: "%s"',
    (text) => {
      expect(() => parsePageRange(text)).toThrow(expect.objectContaining({ code: 'usage' }))
    }
  )

  it('is not understood when it has no end', () => {
    expect(() => parsePageRange('1,'.repeat(1_000_000))).toThrow(expect.objectContaining({ code: 'usage' }))
  })

  it.each([
    ['13', 12, 'There is no page 13: the PDF has 12 pages.'],
    ['1,2-', 1, 'There is no page 2: the PDF has one page.']
  ])('%s begins behind the end', (text, count, message) => {
    expect(() => pagesWithin(parsePageRange(text), count)).toThrow(
      expect.objectContaining({ code: 'picture-missing', message })
    )
  })

  it('names ascending pages of the document, each once, whatever it is', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(60)), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(spans, (pairs) => {
        const text = pairs.map(([first, more]) => `${first}-${first + more}`).join(',')
        const expected = [...everyPageOf(50)].filter((page) =>
          pairs.some(([first, more]) => first <= page && page <= first + more)
        )
        expect(pagesWithin(parsePageRange(text), 50)).toEqual(expected)
      })
    )
  })

  it('is every page when nobody names one', () => {
    expect(pagesWithin(everyPage, 3)).toEqual(everyPageOf(3))
  })
})

function everyPageOf(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
