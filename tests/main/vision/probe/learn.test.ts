import { describe, expect, test } from 'vitest'
import { readCards } from '../../../../main/vision/probe/cards.ts'
import { type LadderAnswer, learn } from '../../../../main/vision/probe/learn.ts'

const { ladder } = await readCards()
const codes = ladder.rows.map(({ code }) => code)
const { red, blue } = ladder.marks

function scaled(box: typeof red, x: number, y: number, error = 0): typeof red {
  return [box[0] * x + error, box[1] * y - error, box[2] * x + error, box[3] * y - error]
}

function swapped([x0, y0, x1, y1]: typeof red): typeof red {
  return [y0, x0, y1, x1]
}

describe('the space of boxes', () => {
  const thousand = (box: typeof red): typeof red => scaled(box, 1000 / ladder.width, 1000 / ladder.height, 12)
  test.each<[string, LadderAnswer['marks'], string | undefined]>([
    ['a grid of a thousand', { red: thousand(red), blue: thousand(blue) }, 'thousand'],
    ['y first', { red: swapped(thousand(red)), blue: swapped(thousand(blue)) }, 'thousand-y-first'],
    ['pixels', { red: scaled(red, 1, 1, 20), blue: scaled(blue, 1, 1) }, 'pixels'],
    [
      'parts of one',
      {
        red: scaled(red, 1 / ladder.width, 1 / ladder.height),
        blue: scaled(blue, 1 / ladder.width, 1 / ladder.height)
      },
      'unit'
    ],
    ['pixels of a smaller picture', { red: scaled(red, 0.7, 0.7), blue: scaled(blue, 0.7, 0.7) }, undefined],
    ['one square only', { red }, undefined],
    ['the two confused', { red: blue, blue: red }, undefined]
  ])('%s', (_, marks, expected) => {
    expect(learn({ codes: [], marks }, ladder).boxes).toBe(expected)
  })
})

describe('the smallest legible text', () => {
  test.each<[string, readonly string[], number | undefined]>([
    ['all rows', codes, 8],
    ['all but the last two', codes.slice(0, -2), 12],
    ['in lower case and with blanks', codes.slice(0, 4).map((code) => ` ${code.toLowerCase()}.`), 28],
    ['a small row without the ones above counts for nothing', [codes[0] ?? '', codes[5] ?? ''], 64],
    ['not even the largest', codes.slice(1), undefined],
    ['nothing', [], undefined]
  ])('%s', (_, said, expected) => {
    expect(learn({ codes: said, marks: {} }, ladder).legible).toBe(expected)
  })
})
