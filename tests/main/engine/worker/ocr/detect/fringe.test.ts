import { describe, expect, it } from 'vitest'
import type { Component, Run } from '../../../../../../main/engine/worker/ocr/detect/components.ts'
import { withoutFringe } from '../../../../../../main/engine/worker/ocr/detect/fringe.ts'

function componentOf(runs: readonly Run[]): Component {
  return {
    x0: Math.min(...runs.map(({ x0 }) => x0)),
    x1: Math.max(...runs.map(({ x1 }) => x1)),
    y0: Math.min(...runs.map(({ y }) => y)),
    y1: Math.max(...runs.map(({ y }) => y)) + 1,
    runs,
    area: runs.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0),
    score: 0.9
  }
}

const rows = (from: number, to: number, x0: number, x1: number): Run[] =>
  Array.from({ length: to - from }, (_, k) => ({ x0, x1, y: from + k }))

describe('withoutFringe', () => {
  it.each([
    { name: 'a stub that stands two rows higher', runs: [...rows(3, 5, 0, 20), ...rows(5, 14, 0, 600)], y0: 5, y1: 14 },
    {
      name: 'a third that hangs a row lower',
      runs: [...rows(5, 14, 0, 600), ...rows(14, 15, 400, 600)],
      y0: 5,
      y1: 14
    },
    { name: 'rounded ends stay', runs: [...rows(4, 5, 20, 580), ...rows(5, 14, 0, 600)], y0: 4, y1: 14 }
  ])('$name', ({ runs, y0, y1 }) => {
    const trimmed = withoutFringe(componentOf(runs))
    expect(trimmed).toMatchObject({ x0: 0, x1: 600, y0, y1 })
    expect(trimmed.runs).toEqual(runs.filter(({ y }) => y >= y0 && y < y1))
    expect(trimmed.area).toBe(trimmed.runs.reduce((sum, run) => sum + run.x1 - run.x0, 0))
  })

  it('leaves slanted pieces alone', () => {
    const slanted = componentOf(Array.from({ length: 40 }, (_, y) => ({ x0: y * 15, x1: y * 15 + 100, y })))
    expect(withoutFringe(slanted)).toBe(slanted)
  })
})
