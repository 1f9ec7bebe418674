import { describe, expect, it } from 'vitest'
import { recogniseStacked, recogniseSteep } from '../../../../../../main/engine/worker/ocr/recognise/steep.ts'
import type { Strip } from '../../../../../../main/engine/worker/ocr/strip.ts'
import { blankPicture, draw } from '../canvas.ts'
import { textOf } from './glyphs.ts'
import { recogniserThat, type Shown } from './recogniser.ts'

/** Runs straight down, four characters of 20 pixels. The upper half of the page is grey. */
const page = draw(
  draw(blankPicture(100, 140), [{ x0: 0, y0: 0, x1: 100, y1: 70 }], 190),
  [12, 44, 76, 108].flatMap((y) => [
    { x0: 40, y0: y, x1: 44, y1: y + 20 },
    { x0: 56, y0: y, x1: 60, y1: y + 20 }
  ])
)
const down: Strip = { x: 50, y: 70, length: 130, thickness: 24, angle: Math.PI / 2, score: 1 }

/** Turned to its left side the line begins with the grey half, turned to its right side it ends with it. */
function side({ row, width }: Shown): 'down' | 'up' | 'stacked' {
  if (width < 190) return 'stacked'
  return (row[4] ?? 0) < 0.9 ? 'down' : 'up'
}

describe('recogniseSteep', () => {
  it.each([
    ['downwards', { down: 0.9, up: 0.6, stacked: 0.7 }, Math.PI / 2],
    ['upwards', { down: 0.6, up: 0.9, stacked: 0.7 }, (Math.PI * 3) / 2]
  ])('a line that reads better %s is read so', async (_name, trust, angle) => {
    const { options } = recogniserThat((shown) => ({ text: 'abcd', confidence: trust[side(shown)] }))
    const [line] = await recogniseSteep(page, [{ ...down, length: 220, y: 20 }], options)
    expect(line).toMatchObject({ vertical: false, confidence: expect.closeTo(0.9) })
    expect(line?.strip.angle).toBeCloseTo(angle)
  })

  it('takes vertical Chinese for that, though it reads as well on its side', async () => {
    const { options } = recogniserThat(() => ({ text: '海上生明', confidence: 0.8 }))
    const [line] = await recogniseSteep(page, [down], options)
    expect(line).toMatchObject({ vertical: true, strip: { angle: 0, length: 24, thickness: 130 } })
  })

  it('a short one may be an upright letter', async () => {
    const bar: Strip = { ...down, length: 60, thickness: 30 }
    const { options } = recogniserThat(({ width }) => ({ text: 'l', confidence: width < 40 ? 0.99 : 0.5 }))
    const [line] = await recogniseSteep(page, [bar], options)
    expect(line).toMatchObject({ vertical: false, strip: { angle: 0, length: 30, thickness: 60 } })
  })

  it('counts every strip once, and breathes between', async () => {
    const { options, advanced } = recogniserThat(() => ({ text: 'abc', confidence: 0.9 }))
    expect(await recogniseSteep(page, [down, { ...down, angle: 1.3 }, { ...down, length: 40 }], options)).toHaveLength(
      3
    )
    expect(advanced.reduce((sum, lines) => sum + lines, 0)).toBe(3)
    expect(advanced.length).toBeGreaterThan(3)
  })

  it('of nothing reads nothing', async () => {
    const { options, shown } = recogniserThat(() => ({ text: 'a', confidence: 1 }))
    expect(await recogniseSteep(page, [], options)).toEqual([])
    expect(shown).toEqual([])
  })
})

describe('recogniseStacked', () => {
  it('places each character where it stands in the column', async () => {
    const { options } = recogniserThat(({ width }) => ({ text: '海上生明', confidence: width / width }))
    const line = await recogniseStacked(page, down, options)
    expect(textOf(line.glyphs)).toBe('海上生明')
    const steps = Array.from({ length: 40 }, (_, step) => line.place(step))
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(new Set(steps).size).toBe(4)
  })
})
