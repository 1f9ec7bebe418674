import { describe, expect, it } from 'vitest'
import { cropOf, displayOf, fits, pixelSize, uprightSize } from '../../../../main/capture/geometry/frame.ts'
import { display, frame } from '../screens.ts'

const odd = display({ id: 5, bounds: { x: 0, y: 0, width: 1707, height: 1067 }, scale: 1.5 })
const portrait = display({ id: 6, bounds: { x: 1707, y: 0, width: 1080, height: 1920 }, rotation: 90 })

describe('pixelSize', () => {
  it.each([
    ['the frame, where the system has rounded the bounds', frame(2560, 1600), { width: 2560, height: 1600 }],
    ['the display, where the frame is coarse', frame(1280, 800), { width: 2561, height: 1601 }],
    ['the display, where the frame is finer', frame(5120, 3200), { width: 2561, height: 1601 }],
    ['the frame turned upright', frame(1600, 2560, 90), { width: 2560, height: 1600 }]
  ])('%s', (_name, taken, size) => {
    expect(pixelSize(odd, taken)).toEqual(size)
  })
})

describe('fits', () => {
  it.each([
    ['pixel for pixel', odd, frame(2560, 1600), true],
    ['half the size', odd, frame(1280, 800), true],
    ['a thumbnail with rounded sides', odd, frame(321, 200), true],
    ['another shape', odd, frame(1920, 1080), false],
    ['on its side', portrait, frame(1920, 1080), false],
    ['on its side, and said so', portrait, frame(1920, 1080, 270), true],
    ['empty', odd, frame(0, 0), false]
  ])('%s', (_name, on, taken, expected) => {
    expect(fits(taken, on)).toBe(expected)
  })
})

describe('displayOf', () => {
  const small = display({ id: 7, bounds: { x: -1280, y: 0, width: 1280, height: 720 } })
  const large = display({ id: 8, bounds: { x: 0, y: 0, width: 1920, height: 1080 } })

  it.each([
    ['the one of as many pixels', frame(1920, 1080), 8],
    ['else the first of the shape', frame(640, 360), 7],
    ['turned', frame(1920, 1080, 90), 6],
    ['none', frame(800, 800), undefined]
  ])('%s', (_name, taken, id) => {
    expect(displayOf(taken, [small, large, portrait])?.id).toBe(id)
  })
})

describe('cropOf', () => {
  const on = display({ bounds: { x: 0, y: 0, width: 400, height: 200 } })
  const rect = { x: 10, y: 20, width: 30, height: 40 }

  it.each([
    ['as it is', frame(400, 200), { x: 10, y: 20, width: 30, height: 40 }],
    ['twice as fine', frame(800, 400), { x: 20, y: 40, width: 60, height: 80 }],
    ['four times as coarse, outward', frame(100, 50), { x: 2, y: 5, width: 8, height: 10 }],
    ['to be turned by 90 degrees', frame(200, 400, 90), { x: 20, y: 360, width: 40, height: 30 }],
    ['upside down', frame(400, 200, 180), { x: 360, y: 140, width: 30, height: 40 }],
    ['to be turned by 270 degrees', frame(200, 400, 270), { x: 140, y: 10, width: 40, height: 30 }]
  ])('%s', (_name, taken, expected) => {
    expect(cropOf(rect, on, taken)).toEqual({ rect: expected, turn: taken.turn })
    expect(uprightSize(taken).width).toBeGreaterThan(uprightSize(taken).height)
  })
})
