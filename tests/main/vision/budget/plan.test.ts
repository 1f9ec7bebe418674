import { describe, expect, it } from 'vitest'
import { type View, view } from '../../../../main/engine/protocol/view.ts'
import { lostText, planPicture } from '../../../../main/vision/budget/plan.ts'
import { imageTokens } from '../../../../main/vision/budget/tokens.ts'
import { presetOf } from '../../../../main/vision/presets.ts'

const { picture: modelscope } = presetOf('modelscope')
const marks = 2
const tokensOf = ({ canvas }: View): number => imageTokens(canvas, modelscope.tokens)

describe('the plan of a screen for ModelScope', () => {
  it.each([
    ['1920x1080', 1920, 1080, 2040, 12, false],
    ['2560x1440', 2560, 1440, 2304, 9.6, false],
    ['2880x1800', 2880, 1800, 2560, 8.5, false],
    ['3440x1440', 3440, 1440, 1728, 7.1, true],
    ['3840x2160', 3840, 2160, 2304, 6.4, true]
  ])('of %s', (_, width, height, tokens, smallText, isLost) => {
    const plan = planPicture({ width, height }, modelscope, { detail: 'fit' })
    expect(plan.tiles).toEqual([])
    expect(tokensOf(plan.overview)).toBe(tokens + marks)
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
  it('a screen has four, in native pixels', () => {
    const plan = planPicture({ width: 3840, height: 2160 }, modelscope, { detail: 'tiles' })
    const tokens = 62 * 35 + marks
    expect(plan.tiles.map(tokensOf)).toEqual([tokens, tokens, tokens, tokens])
  })

  it.each([
    ['that fits', 1920, 1080],
    ['that loses next to nothing', 2100, 1100],
    ['that is tiny', 20, 20]
  ])('a picture %s has none', (_, width, height) => {
    expect(planPicture({ width, height }, modelscope, { detail: 'tiles' })).toMatchObject({ tiles: [] })
  })
})

describe('a glance at the whole', () => {
  it.each([
    ['a screen', 'modelscope', 3840, 2160, { width: 768, height: 448 }],
    ['a tower', 'modelscope', 2200, 9000, { width: 192, height: 768 }],
    ['a strip', 'modelscope', 40_000, 500, { width: 768, height: 64 }],
    ['a screen for a grid of none', 'openai', 3840, 2160, { width: 768, height: 448 }]
  ])('at %s for %s', (_, id, width, height, canvas) => {
    const { glance } = planPicture({ width, height }, presetOf(id).picture, { detail: 'tiles' })
    expect(glance).toMatchObject({ crop: { x0: 0, y0: 0, x1: width, y1: height }, canvas })
    expect(view.parse(glance)).toEqual(glance)
  })

  it('is no larger than a provider takes', () => {
    const rules = { ...modelscope, maximumSide: 512, maximumPixels: 512 * 256 }
    const { glance } = planPicture({ width: 3840, height: 2160 }, rules, { detail: 'tiles' })
    expect(glance.canvas.width).toBeLessThanOrEqual(512)
    expect(glance.canvas.width * glance.canvas.height).toBeLessThanOrEqual(512 * 256)
  })
})
