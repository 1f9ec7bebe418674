import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextModel } from '../../../main/vision/fallback.ts'
import type { Preset } from '../../../main/vision/preset.ts'
import { presetOf, presets } from '../../../main/vision/presets.ts'

function withFallbacks(fallbacks: Record<string, string[]>): Preset {
  const preset = presetOf('custom')
  return { ...preset, models: { ...preset.models, fallbacks } }
}

describe('the model that stands in', () => {
  const preset = withFallbacks({ large: ['medium', 'other'], medium: ['small', 'large'], small: ['small'] })

  test.each([
    ['large', [], 'medium'],
    ['large', ['large'], 'medium'],
    ['medium', ['large', 'medium'], 'small'],
    ['small', ['large', 'medium', 'small'], 'other'],
    ['other', ['large', 'medium', 'small', 'other'], undefined],
    ['small', [], undefined],
    ['unknown', [], undefined],
    ['constructor', [], undefined]
  ] as const)('for %s after %j is %s', (model, tried, next) => {
    expect(nextModel(preset, model, tried)).toBe(next)
  })

  test('comes to an end whatever a preset says', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(fc.dictionary(name, fc.array(name)), name, (fallbacks, start) => {
        const tried: string[] = []
        for (let model: string | undefined = start; model !== undefined; ) {
          tried.push(model)
          model = nextModel(withFallbacks(fallbacks), model, tried)
        }
        expect(new Set(tried).size).toBe(tried.length)
      })
    )
  })

  test('is there for the precise model of every provider that names any', () => {
    const named = presets.filter(({ models }) => Object.keys(models.fallbacks).length > 0)
    const without = named.filter((each) => nextModel(each, each.models.precise ?? '', []) === undefined)
    expect(named.length).toBeGreaterThan(3)
    expect(without.map(({ id }) => id)).toEqual([])
  })
})
