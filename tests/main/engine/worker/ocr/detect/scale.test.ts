import { describe, expect, it } from 'vitest'
import type { Pixels } from '../../../../../../main/engine/worker/imaging/pixels.ts'
import { chooseScale, tooSmall } from '../../../../../../main/engine/worker/ocr/detect/scale.ts'
import { blankPicture, picture } from '../canvas.ts'

/** Like text: letters of strokes 1 pixel (two of three) and 2 pixels wide, each pixel drawn `scale` times. */
function letters(width: number, height: number, scale: number): Pixels {
  return picture(width, height, (x, y) => {
    const [u, v] = [Math.floor(x / scale), Math.floor(y / scale)]
    if (v % 20 >= 11) return 255
    const place = u % 27
    return place === 2 || place === 11 || place === 20 || place === 21 ? 0 : 255
  })
}

describe('chooseScale', () => {
  it.each([
    [1, 1],
    [2, 0.5],
    [1.5, 1 / 1.5],
    [8, 1 / 8],
    [0.5, 1]
  ])('an interface of scale %d is seen at %d', (interfaceScale, expected) => {
    expect(chooseScale(blankPicture(10, 10), interfaceScale)).toBe(expected)
  })

  it.each([
    ['a large screen with hairlines', letters(1920, 1080, 1), 1],
    ['a large screen of scale 2', letters(1920, 1080, 2), 0.5],
    ['a small shot of a screen of scale 2', letters(600, 200, 2), 1],
    ['a small shot with bold letters', letters(900, 300, 6), 0.5],
    ['a blank picture', blankPicture(1920, 1080), 1]
  ])('%s', (_name, pixels, expected) => {
    expect(chooseScale(pixels, 0)).toBe(expected)
  })
})

describe('tooSmall', () => {
  it.each([
    ['no line', [], false],
    ['all are large', [40, 40], false],
    ['one in five is small', [40, 40, 40, 40, 20], false],
    ['one in four is small', [40, 40, 40, 20], true]
  ])('%s', (_name, thicknesses, expected) => {
    expect(
      tooSmall(
        thicknesses.map((thickness) => ({ x: 0, y: 0, length: 100, thickness, angle: 0, score: 1 })),
        0.5
      )
    ).toBe(expected)
  })
})
