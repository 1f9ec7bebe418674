import { describe, expect, it } from 'vitest'
import type { Pixels } from '../../../../../../main/engine/worker/imaging/pixels.ts'
import { findActivity } from '../../../../../../main/engine/worker/ocr/detect/activity.ts'
import { blankPicture, draw, picture } from '../canvas.ts'

/** The active cells as `column,row`. */
function activeCells(pixels: Pixels): string[] {
  const { columns, rows, cells } = findActivity(pixels)
  expect(cells).toHaveLength(columns * rows)
  return [...cells].flatMap((cell, index) => (cell === 1 ? [`${index % columns},${Math.floor(index / columns)}`] : []))
}

describe('findActivity', () => {
  it.each([
    ['one pixel touches its right and lower neighbours', { x0: 20, y0: 12, x1: 21, y1: 13 }, ['2,1']],
    ['at the edge of a cell the step falls into the next', { x0: 15, y0: 15, x1: 16, y1: 16 }, ['1,1', '2,1', '1,2']],
    ['in the first corner', { x0: 0, y0: 0, x1: 1, y1: 1 }, ['0,0']],
    ['in the last corner', { x0: 44, y0: 28, x1: 45, y1: 29 }, ['5,3']],
    [
      'the inside of a filled box is still',
      { x0: 7, y0: 7, x1: 40, y1: 25 },
      ['0,0', '1,0', '2,0', '3,0', '4,0', '5,0', '0,1', '5,1', '0,2', '5,2', '0,3', '1,3', '2,3', '3,3', '4,3', '5,3']
    ]
  ])('%s', (_name, box, cells) => {
    expect(activeCells(draw(blankPicture(45, 29), [box])).toSorted()).toEqual(cells.toSorted())
  })

  it.each([
    ['a blank picture', blankPicture(30, 30)],
    ['one pixel', blankPicture(1, 1)],
    ['one column', blankPicture(1, 50)],
    ['a soft gradient', picture(64, 64, (x, y) => x * 2 + y)],
    ['faint noise', picture(64, 64, (x, y) => 128 + ((x * 7 + y * 13) % 20))]
  ])('%s holds nothing', (_name, pixels) => {
    expect(activeCells(pixels)).toEqual([])
  })

  it.each([
    ['red on black', [255, 0, 0], [0, 0, 0]],
    ['blue on black', [0, 0, 255], [0, 0, 0]],
    ['red on blue', [255, 0, 0], [0, 0, 255]],
    ['yellow on white', [255, 255, 0], [255, 255, 255]],
    ['grey on white', [200, 200, 200], [255, 255, 255]]
  ])('sees a stroke of six pixels, %s, wherever it begins', (_name, ink, ground) => {
    for (let top = 0; top < 8; top++) {
      const isInk = (x: number, y: number): boolean => x === 12 && y >= top && y < top + 6
      const colours = Array.from({ length: 24 * 16 }, (_, k) => (isInk(k % 24, Math.floor(k / 24)) ? ink : ground))
      expect(activeCells({ data: Uint8Array.from(colours.flat()), width: 24, height: 16 })).not.toEqual([])
    }
  })
})
