import { describe, expect, it } from 'vitest'
import { Failure } from '../../../main/failure.ts'
import { pictureRules, preset as presetSchema } from '../../../main/vision/preset.ts'
import { presetOf, presets } from '../../../main/vision/presets.ts'

describe('presets', () => {
  it('begins with the default', () => {
    expect(presets[0]?.id).toBe('modelscope')
  })

  it('has every provider once', () => {
    const ids = presets.map(({ id }) => id)
    expect(ids).toEqual([
      'modelscope',
      'modelscope-ai',
      'dashscope',
      'siliconflow',
      'openrouter',
      'openai',
      'ollama',
      'lm-studio',
      'llama-cpp',
      'vllm',
      'custom'
    ])
  })

  it('gives each its own environment variable', () => {
    const variables = presets.flatMap(({ key }) => key.variable ?? [])
    expect(new Set(variables).size).toBe(variables.length)
  })

  describe.each(presets)('$id', (preset) => {
    it('fits the schema, and so does each variant', () => {
      expect(presetSchema.parse(preset)).toEqual(preset)
      for (const { pattern, picture } of preset.variants) {
        expect(() => new RegExp(pattern, 'i')).not.toThrow()
        expect(pictureRules.safeParse({ ...preset.picture, ...picture }).success).toBe(true)
      }
    })

    it('names models of fixed sampling by a pattern that can be read', () => {
      expect(() => new RegExp(preset.fixedSampling ?? '', 'i')).not.toThrow()
    })

    it('never sends more bytes than the strictest provider takes', () => {
      expect(preset.picture.bytes).toBeLessThanOrEqual(7_000_000)
    })

    it('has no circle of one step in its fallbacks, and names only models with a list', () => {
      for (const [model, others] of Object.entries(preset.models.fallbacks)) expect(others).not.toContain(model)
    })

    it('says where a key comes from when it needs one', () => {
      expect(preset.key.need === 'optional' || (preset.key.page && preset.key.variable)).toBeTruthy()
    })

    it('takes a picture of its longest side', () => {
      expect(preset.picture.maximumSide * preset.picture.minimumSide).toBeLessThanOrEqual(preset.picture.maximumPixels)
      expect(preset.picture.maximumSide % preset.picture.snap).toBe(0)
    })
  })
})

describe('presetOf', () => {
  it.each([
    ['modelscope', 'modelscope'],
    [' OpenAI ', 'openai'],
    ['cluster', 'vllm']
  ])('finds %j', (name, id) => {
    expect(presetOf(name).id).toBe(id)
  })

  it.each(['', 'model scope', '__proto__'])('refuses %j with the list', (name) => {
    expect(() => presetOf(name)).toThrow(Failure)
    expect(() => presetOf(name)).toThrow(
      expect.objectContaining({
        code: 'usage',
        advice: expect.stringContaining('modelscope, modelscope-ai, dashscope')
      })
    )
  })
})
