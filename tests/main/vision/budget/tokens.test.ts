import { describe, expect, it } from 'vitest'
import { imageTokens, seenSize } from '../../../../main/vision/budget/tokens.ts'
import type { TokenRule } from '../../../../main/vision/preset.ts'
import { rulesFor } from '../../../../main/vision/presets/rules.ts'
import { presetOf } from '../../../../main/vision/presets.ts'

const marks = 2
const highResolution: TokenRule = { kind: 'cells', cell: 32, extra: marks, minimum: 64, maximum: 16_384 }

describe('image tokens', () => {
  it.each([
    ['1920x1080', 1920, 1080, 2040],
    ['2560x1440', 2560, 1440, 3600],
    ['2880x1800', 2880, 1800, 5040],
    ['3440x1440', 3440, 1440, 4860],
    ['3840x2160', 3840, 2160, 8160]
  ])('of a screen of %s that the provider resamples by itself, up to 16.7 megapixels', (_, width, height, tokens) => {
    expect(imageTokens({ width, height }, highResolution)).toBe(tokens + marks)
  })

  it.each([
    ['halves go to the even neighbour', 'vllm', 'qwen3-vl', 1280, 720, 40 * 22 + marks],
    ['above the limit both sides shrink', 'dashscope', 'qwen3-vl', 3840, 2160, 67 * 37 + marks],
    ['below the floor both sides grow', 'dashscope', 'qwen3-vl', 64, 64, 64 + marks],
    ['a local server has a higher floor', 'ollama', 'qwen3-vl:8b', 320, 224, 39 * 27 + marks],
    ['cells of an older family', 'vllm', 'Qwen2.5-VL', 280, 280, 100 + marks],
    ['patches', 'openai', 'gpt-5.4', 1024, 1024, 1024],
    ['patches with a factor', 'openai', 'gpt-4.1-mini', 1024, 1024, 1659],
    ['tiles of a square', 'openai', 'gpt-4o', 1024, 1024, 765],
    ['tiles of a tall picture', 'openai', 'gpt-4o', 2048, 4096, 1105],
    ['one tile', 'openai', 'gpt-4o', 512, 512, 255]
  ])('%s', (_, id, model, width, height, tokens) => {
    expect(imageTokens({ width, height }, rulesFor(presetOf(id), model).tokens)).toBe(tokens)
  })
})

describe('the size that a model sees, in whose pixels Qwen2.5-VL gives its boxes', () => {
  it.each([
    ['on the grid as it is', 'vllm', 280, 560, [280, 560]],
    ['off the grid at the nearest cell', 'vllm', 333, 444, [336, 448]],
    ['enlarged by a server with a floor', 'ollama', 280, 280, [896, 896]],
    ['shrunk by a server with a ceiling', 'llama-cpp', 2044, 2044, [1792, 1792]]
  ])('is %s', (_, id, width, height, [seenWidth, seenHeight]) => {
    const { tokens } = rulesFor(presetOf(id), 'qwen2.5-vl')
    expect(seenSize({ width, height }, tokens)).toEqual({ width: seenWidth, height: seenHeight })
  })

  it('is the picture itself where a provider counts tiles', () => {
    const { tokens } = rulesFor(presetOf('openai'), 'gpt-4o')
    expect(seenSize({ width: 333, height: 444 }, tokens)).toEqual({ width: 333, height: 444 })
  })
})
