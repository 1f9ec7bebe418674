import { describe, expect, it } from 'vitest'
import { displayAt, hasSamePlace, isSameDisplay, nominalSize } from '../../../../main/capture/geometry/display.ts'
import { display } from '../screens.ts'

const left = display({ id: 1, bounds: { x: -1920, y: -200, width: 1920, height: 1080 } })
const right = display({ id: 2, bounds: { x: 0, y: 0, width: 1280, height: 720 }, scale: 1.5 })

describe('displayAt', () => {
  it.each([
    [{ x: -1, y: 0 }, 1],
    [{ x: 0, y: 0 }, 2],
    [{ x: -1920, y: -200 }, 1],
    // Between and beyond them: the nearest one.
    [{ x: 5, y: -100 }, 1],
    [{ x: 300, y: -100 }, 2],
    [{ x: 9000, y: 9000 }, 2],
    [{ x: -9000, y: 0 }, 1]
  ])('%o is on display %i', (point, id) => {
    expect(displayAt(point, [left, right])?.id).toBe(id)
  })

  it('there is none without displays', () => {
    expect(displayAt({ x: 0, y: 0 }, [])).toBeUndefined()
  })
})

describe('sameness', () => {
  it.each([
    ['itself', {}, true, true],
    ['plugged in anew', { id: 9 }, false, true],
    ['another scale', { scale: 2 }, false, false],
    ['turned', { rotation: 90 }, false, false],
    ['moved', { bounds: { x: 1, y: 0, width: 1280, height: 720 } }, false, false],
    ['smaller', { bounds: { x: 0, y: 0, width: 1280, height: 719 } }, false, false]
  ] as const)('%s', (_name, change, isSame, isInSamePlace) => {
    const other = { ...right, ...change }
    expect(isSameDisplay(right, other)).toBe(isSame)
    expect(hasSamePlace(right, other)).toBe(isInSamePlace)
  })
})

it('counts pixels to the nearest one', () => {
  const odd = display({ bounds: { x: 0, y: 0, width: 1707, height: 1067 }, scale: 1.5 })
  expect(nominalSize(odd)).toEqual({ width: 2561, height: 1601 })
})
