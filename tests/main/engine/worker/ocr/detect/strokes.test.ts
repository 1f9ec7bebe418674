import { describe, expect, it } from 'vitest'
import { measureStrokes } from '../../../../../../main/engine/worker/ocr/detect/strokes.ts'
import { blankPicture, picture } from '../canvas.ts'

describe('measureStrokes', () => {
  it.each([1, 2, 3, 6, 20])('of bars %i pixels wide, far apart', (width) => {
    const bars = picture(1200, 40, (x) => (x % 120 >= 40 && x % 120 < 40 + width ? 0 : 255))
    expect(measureStrokes(bars)).toEqual({ hairlines: width === 1 ? 1 : 0, median: width, count: 80 })
  })

  it('of bright bars on a dark ground', () => {
    const bars = picture(1200, 40, (x) => (x % 120 >= 40 && x % 120 < 43 ? 220 : 20))
    expect(measureStrokes(bars)).toMatchObject({ median: 3, count: 80 })
  })

  it('counts thin and wide ones', () => {
    const bars = picture(1200, 40, (x) => (x % 240 === 40 || (x % 240 >= 160 && x % 240 < 164) ? 0 : 255))
    expect(measureStrokes(bars)).toEqual({ hairlines: 0.5, median: 1, count: 80 })
  })

  it.each([
    ['a blank picture', blankPicture(200, 50)],
    ['one pixel', blankPicture(1, 1)],
    ['one edge', picture(200, 50, (x) => (x < 100 ? 0 : 255))],
    ['bars wider than any stroke', picture(1000, 50, (x) => (x % 200 < 100 ? 0 : 255))]
  ])('%s has none', (_name, pixels) => {
    expect(measureStrokes(pixels)).toEqual({ hairlines: 0, median: 0, count: 0 })
  })
})
