import { describe, expect, it } from 'vitest'
import { rulesFor } from '../../../../main/vision/presets/rules.ts'
import { presetOf } from '../../../../main/vision/presets.ts'

describe('rulesFor', () => {
  it('is the preset itself where no variant fits', () => {
    const preset = presetOf('modelscope')
    expect(rulesFor(preset, 'Qwen/Qwen3-VL-30B-A3B-Instruct')).toEqual(preset.picture)
  })

  it.each([
    ['vllm', 'Qwen/Qwen2.5-VL-7B-Instruct', { snap: 28, boxes: 'pixels' }],
    ['ollama', 'qwen2.5vl:7b', { snap: 28, boxes: 'pixels' }],
    ['vllm', 'qwen2_5_vl', { snap: 28, boxes: 'pixels' }],
    ['siliconflow', 'Qwen/Qwen2-VL-72B-Instruct', { snap: 28, boxes: 'thousand' }],
    ['openrouter', 'google/gemini-3-flash', { snap: 32, boxes: 'thousand-y-first' }],
    ['lm-studio', 'google/Gemma-3-12b', { snap: 32, boxes: 'thousand-y-first' }],
    ['ollama', 'qwen3-vl:8b', { snap: 32, boxes: 'thousand' }],
    ['openai', 'gpt-5.4', { maximumPixels: 2_560_000 }],
    ['openai', 'gpt-5.4-mini', { maximumPixels: 1_572_864 }],
    ['openai', 'gpt-4.1-mini', { maximumPixels: 1_572_864 }],
    ['openai', 'gpt-4.1', { maximumShortSide: 768, tokens: { kind: 'tiles', base: 85, tile: 170 } }],
    ['openai', 'gpt-4o-mini', { maximumShortSide: 768, tokens: { kind: 'tiles', base: 2833, tile: 5667 } }],
    ['openai', 'o3', { maximumShortSide: 768, tokens: { kind: 'tiles', base: 75, tile: 150 } }],
    ['openai', 'o4-mini', { maximumPixels: 1_572_864 }]
  ])('%s: %s', (id, model, expected) => {
    expect(rulesFor(presetOf(id), model)).toMatchObject(expected)
  })
})
