import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nominalSize } from '../../../../main/capture/geometry/display.ts'
import { dipOf, type NativeDisplay } from '../../../../main/capture/geometry/native.ts'
import { windowsOn } from '../../../../main/capture/geometry/windows.ts'
import { display, framedOn, type Screen } from '../screens.ts'

/** In pixels the displays stand side by side as well. */
function nativeOf(screens: readonly Screen[]): NativeDisplay[] {
  let x = -500
  return screens.map(({ display: one }, index) => {
    const origin = { x, y: index * 40 }
    x += nominalSize(one).width
    return { display: one, origin }
  })
}

describe('dipOf', () => {
  const left = display({ id: 1, bounds: { x: 0, y: 0, width: 1000, height: 500 } })
  const right = display({ id: 2, bounds: { x: 1000, y: 0, width: 800, height: 400 }, scale: 2 })
  const displays = [
    { display: left, origin: { x: 0, y: 0 } },
    { display: right, origin: { x: 1000, y: 0 } }
  ]

  it.each([
    ['within one', { x: 10, y: 20, width: 30, height: 40 }, [{ x: 10, y: 20, width: 30, height: 40 }]],
    ['within a finer one', { x: 1200, y: 20, width: 30, height: 40 }, [{ x: 1100, y: 10, width: 15, height: 20 }]],
    [
      'across two, each by its own scale',
      { x: 900, y: 0, width: 300, height: 100 },
      [
        { x: 900, y: 0, width: 100, height: 100 },
        { x: 1000, y: 0, width: 100, height: 50 }
      ]
    ],
    ['partly on none', { x: -50, y: 450, width: 60, height: 100 }, [{ x: 0, y: 450, width: 10, height: 50 }]],
    ['on none', { x: 9000, y: 0, width: 60, height: 100 }, []]
  ])('a rectangle %s', (_name, rect, expected) => {
    expect(dipOf(rect, displays)).toEqual(expected)
  })

  it('loses no pixel, whatever the scales', () => {
    fc.assert(
      fc.property(framedOn(8000), ({ screens, screen, rect }) => {
        const natives = nativeOf(screens)
        const on = natives.find(({ display: one }) => one.id === screen.display.id)
        const { width, height } = nominalSize(screen.display)
        fc.pre(on !== undefined && rect.x + rect.width <= width && rect.y + rect.height <= height)
        const origin = on?.origin ?? { x: 0, y: 0 }
        const window = { ...rect, x: rect.x + origin.x, y: rect.y + origin.y }
        expect(windowsOn(screen.display, screen.size, dipOf(window, natives))).toEqual([rect])
      })
    )
  })
})
