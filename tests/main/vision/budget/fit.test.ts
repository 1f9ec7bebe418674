import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Size } from '../../../../main/engine/protocol/view.ts'
import { fit } from '../../../../main/vision/budget/fit.ts'
import { rulesFor } from '../../../../main/vision/presets/rules.ts'
import { presetOf, presets } from '../../../../main/vision/presets.ts'

const { picture: modelscope } = presetOf('modelscope')
const { picture: dashscope } = presetOf('dashscope')
const sized = (width: number, height: number): Size => ({ width, height })

describe('a screen', () => {
  it.each([
    ['1920x1080', sized(1920, 1080), sized(1920, 1088), sized(1920, 1088)],
    ['2560x1440', sized(2560, 1440), sized(2048, 1152), sized(2144, 1184)],
    ['2880x1800', sized(2880, 1800), sized(2048, 1280), sized(2048, 1280)],
    ['3440x1440', sized(3440, 1440), sized(2048, 864), sized(2496, 1024)],
    ['3840x2160', sized(3840, 2160), sized(2048, 1152), sized(2144, 1184)]
  ])('of %s goes out to ModelScope and DashScope as they would scale it', (_, screen, there, elsewhere) => {
    expect(fit(screen, modelscope).canvas).toEqual(there)
    expect(fit(screen, dashscope).canvas).toEqual(elsewhere)
  })
})

describe('fit', () => {
  it.each([
    ['what fits keeps its pixels', sized(1366, 768), sized(1366, 768), sized(1376, 768)],
    ['what lies on the grid fills the canvas', sized(2048, 2048), sized(2048, 2048), sized(2048, 2048)],
    ['one pixel too many is scaled', sized(2049, 1000), sized(2048, 992), sized(2048, 992)],
    ['a phone upright', sized(1080, 2376), sized(928, 2048), sized(928, 2048)],
    ['a line of text is padded below', sized(1600, 20), sized(1600, 20), sized(1600, 96)],
    ['a low one is padded rather than stretched', sized(4000, 600), sized(2048, 307), sized(2048, 320)],
    ['a long strip keeps its ratio', sized(20_000, 100), sized(2048, 10), sized(2048, 128)],
    ['a column keeps its ratio', sized(100, 20_000), sized(10, 2048), sized(128, 2048)],
    ['an icon is enlarged by a whole number', sized(16, 16), sized(64, 64), sized(64, 64)],
    ['a button is enlarged less', sized(100, 60), sized(300, 180), sized(320, 192)],
    ['one pixel', sized(1, 1), sized(4, 4), sized(32, 32)],
    ['the thinnest picture', sized(65_536, 1), sized(2048, 1), sized(2048, 128)]
  ])('%s', (_, size, content, canvas) => {
    expect(fit(size, modelscope)).toEqual({ content, canvas })
  })

  it('stays on the grid where the longest side does not', () => {
    const rules = rulesFor(presetOf('modelscope'), 'Qwen/Qwen2.5-VL-7B-Instruct')
    expect(fit(sized(4000, 3000), rules).canvas).toEqual(sized(2044, 1540))
  })

  it('heeds a limit of the short side', () => {
    const rules = rulesFor(presetOf('openai'), 'gpt-4o')
    expect(fit(sized(1024, 1024), rules).canvas).toEqual(sized(768, 768))
    expect(fit(sized(3840, 2160), rules).canvas).toEqual(sized(1376, 768))
  })
})

const anySide = fc.oneof(
  fc.integer({ min: 1, max: 64 }),
  fc.integer({ min: 1, max: 5000 }),
  fc.integer({ min: 1, max: 65_536 })
)
const anyRules = fc.constantFrom(
  ...presets.flatMap((preset) =>
    ['any', 'qwen2.5-vl', 'gpt-4o', 'gpt-4.1-mini'].map((model) => rulesFor(preset, model))
  )
)

describe('for any picture and provider', () => {
  it('the canvas is one that the provider takes without scaling, and holds the content', () => {
    fc.assert(
      fc.property(anySide, anySide, anyRules, (width, height, rules) => {
        const { content, canvas } = fit({ width, height }, rules)
        const longest = Math.max(canvas.width, canvas.height)
        const shortest = Math.min(canvas.width, canvas.height)
        expect(longest).toBeLessThanOrEqual(rules.maximumSide)
        expect(shortest).toBeLessThanOrEqual(rules.maximumShortSide ?? rules.maximumSide)
        expect(shortest).toBeGreaterThanOrEqual(rules.minimumSide)
        expect(canvas.width * canvas.height).toBeLessThanOrEqual(rules.maximumPixels)
        expect(longest / shortest).toBeLessThanOrEqual(rules.maximumRatio)
        expect([canvas.width % rules.snap, canvas.height % rules.snap]).toEqual([0, 0])
        expect(content.width).toBeLessThanOrEqual(canvas.width)
        expect(content.height).toBeLessThanOrEqual(canvas.height)
        expect(Math.min(content.width, content.height)).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 2000 }
    )
  })

  it('the two directions are scaled alike, to a cell', () => {
    fc.assert(
      fc.property(anySide, anySide, anyRules, (width, height, rules) => {
        const { content } = fit({ width, height }, rules)
        // How much longer each side is than the other's scale would make it.
        expect(Math.abs(content.width - (content.height / height) * width) * Math.min(1, height / width)).toBeLessThan(
          rules.snap
        )
      }),
      { numRuns: 2000 }
    )
  })
})
