import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDip } from '../../../../main/capture/geometry/pixels.ts'
import { windowsOn, windowUnder } from '../../../../main/capture/geometry/windows.ts'
import { display, framedOn } from '../screens.ts'

const on = display({ bounds: { x: -1000, y: 100, width: 1000, height: 500 }, scale: 1.5 })
const size = { width: 1500, height: 750 }

describe('windowsOn', () => {
  it.each([
    ['in the middle', { x: -900, y: 200, width: 100, height: 50 }, [{ x: 150, y: 150, width: 150, height: 75 }]],
    ['spanning two displays', { x: -10, y: 100, width: 400, height: 10 }, [{ x: 1485, y: 0, width: 15, height: 15 }]],
    ['on the other display', { x: 10, y: 100, width: 400, height: 10 }, []],
    ['on half a pixel', { x: -999.5, y: 100, width: 10, height: 10 }, [{ x: 1, y: 0, width: 15, height: 15 }]]
  ])('%s', (_name, window, expected) => {
    expect(windowsOn(on, size, [window])).toEqual(expected)
  })

  it('names once what would frame the same', () => {
    const full = { x: -1000, y: 100, width: 1000, height: 500 }
    expect(windowsOn(on, size, [full, { ...full, width: 2000 }])).toHaveLength(1)
  })

  it('gives back every rectangle of whole pixels', () => {
    fc.assert(
      fc.property(framedOn(8000), ({ screen, rect }) => {
        const { x, y } = screen.display.bounds
        const local = localDip(rect, screen.display)
        const window = { ...local, x: local.x + x, y: local.y + y }
        expect(windowsOn(screen.display, screen.size, [window])).toEqual([rect])
      })
    )
  })
})

it('windowUnder takes the one in front', () => {
  const front = { x: 0, y: 0, width: 10, height: 10 }
  const back = { x: 5, y: 5, width: 50, height: 50 }
  expect(windowUnder({ x: 6, y: 6 }, [front, back])).toBe(front)
  expect(windowUnder({ x: 10, y: 6 }, [front, back])).toBe(back)
  expect(windowUnder({ x: 99, y: 6 }, [front, back])).toBeUndefined()
})
