import { describe, expect, it } from 'vitest'
import { withoutRepeats } from '../../../../../../main/engine/worker/ocr/detect/repeats.ts'
import type { Strip } from '../../../../../../main/engine/worker/ocr/strip.ts'

const line: Strip = { x: 200, y: 100, length: 300, thickness: 20, angle: 0, score: 0.9 }

describe('withoutRepeats', () => {
  it.each([
    ['the same line', {}],
    ['a part of it', { x: 120, length: 100 }],
    ['a part that reaches beyond it', { x: 330, length: 100 }],
    ['the same, two pixels lower', { y: 102 }],
    ['the same, a little slanted', { angle: 0.05 }],
    ['a thinner one inside', { length: 200, thickness: 10 }]
  ])('drops %s', (_name, change) => {
    const other = { ...line, length: 290, ...change }
    expect(withoutRepeats([line, other])).toEqual([line])
    expect(withoutRepeats([other, line])).toEqual([line])
  })

  it.each([
    ['the next line', { y: 120 }],
    ['what stands behind it', { x: 380, length: 100 }],
    ['what crosses it', { angle: Math.PI / 2, length: 60 }],
    ['what touches its end', { x: 360, length: 80 }]
  ])('keeps %s', (_name, change) => {
    expect(withoutRepeats([line, { ...line, length: 290, ...change }])).toHaveLength(2)
  })

  it('knows a repeated slanted line', () => {
    const slanted = { ...line, angle: 0.5 }
    const [dx, dy] = [Math.cos(0.5) * 90, Math.sin(0.5) * 90]
    expect(withoutRepeats([slanted, { ...slanted, x: 200 + dx, y: 100 + dy, length: 100 }])).toEqual([slanted])
    expect(withoutRepeats([slanted, { ...slanted, x: 200 + dx, y: 100 - dy, length: 100 }])).toHaveLength(2)
  })

  it('takes thousands of words', () => {
    const words = Array.from({ length: 6000 }, (_, k) => ({
      ...line,
      x: (k % 60) * 60,
      y: Math.floor(k / 60) * 24,
      length: 50
    }))
    expect(withoutRepeats([...words, ...words])).toHaveLength(6000)
    expect(withoutRepeats([])).toEqual([])
  })
})
