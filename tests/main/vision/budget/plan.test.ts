import { describe, expect, it } from 'vitest'
import { view } from '../../../../main/engine/protocol/view.ts'
import { lostText, planPicture } from '../../../../main/vision/budget/plan.ts'
import { presetOf } from '../../../../main/vision/presets.ts'

const { picture: modelscope } = presetOf('modelscope')
const marks = 2

describe('the plan of a screen for ModelScope', () => {
  it.each([
    ['1920x1080', 1920, 1080, 2040, 12, false],
    ['2560x1440', 2560, 1440, 2304, 9.6, false],
    ['2880x1800', 2880, 1800, 2560, 8.5, false],
    ['3440x1440', 3440, 1440, 1728, 7.1, true],
    ['3840x2160', 3840, 2160, 2304, 6.4, true]
  ])('of %s', (_, width, height, tokens, smallText, isLost) => {
    const plan = planPicture({ width, height }, modelscope, { detail: 'fit' })
    expect(plan).toMatchObject({ tiles: [], calls: 1, tokens: { overview: tokens + marks, tiles: tokens + marks } })
    expect(plan.smallText).toBeCloseTo(smallText, 1)
    expect(plan.scale).toBeCloseTo(smallText / 12, 1)
    expect(lostText(plan.scale) !== undefined).toBe(isLost)
    expect(view.parse(plan.overview)).toEqual(plan.overview)
  })
})

describe('the plan of a screen for DashScope', () => {
  it.each([
    ['1920x1080', 1920, 1080, 1],
    ['2560x1440', 2560, 1440, 0.84],
    ['2880x1800', 2880, 1800, 0.71],
    ['3440x1440', 3440, 1440, 0.73],
    ['3840x2160', 3840, 2160, 0.56]
  ])('scales %s', (_, width, height, expected) => {
    const { scale } = planPicture({ width, height }, presetOf('dashscope').picture, { detail: 'fit' })
    // The sides differ by what the grid takes; `scale` is the smaller.
    expect(Math.abs(scale - expected)).toBeLessThan(0.025)
  })
})

describe('with tiles', () => {
  it('counts one call for each, and the tokens of all pictures', () => {
    const plan = planPicture({ width: 3840, height: 2160 }, modelscope, { detail: 'tiles' })
    expect(plan.tiles).toHaveLength(4)
    expect(plan.calls).toBe(4)
    expect(plan.tokens).toEqual({ overview: 2304 + marks, tiles: 2304 + marks + 4 * (62 * 35 + marks) })
  })

  it.each([
    ['that fits', 1920, 1080],
    ['that loses next to nothing', 2100, 1100],
    ['that is tiny', 20, 20]
  ])('a picture %s has none', (_, width, height) => {
    expect(planPicture({ width, height }, modelscope, { detail: 'tiles' })).toMatchObject({ tiles: [], calls: 1 })
  })
})
