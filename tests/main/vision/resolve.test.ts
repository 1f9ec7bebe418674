import { describe, expect, it } from 'vitest'
import { presetOf } from '../../../main/vision/presets.ts'
import { type EndpointChoice, resolveEndpoint } from '../../../main/vision/resolve.ts'

const canary = 'ms-canary'

function failureOf(choice: EndpointChoice): unknown {
  try {
    return resolveEndpoint(choice)
  } catch (thrown) {
    return thrown
  }
}

describe('resolveEndpoint', () => {
  it('takes the address of the preset', () => {
    const preset = presetOf('modelscope')
    expect(resolveEndpoint({ preset, key: ` Bearer ${canary} `, baseUrl: ' \u200b' })).toEqual({
      endpoint: { preset, baseUrl: 'https://api-inference.modelscope.cn/v1', key: canary },
      notices: []
    })
  })

  it('lets a person have another address, and says what is unusual', () => {
    const { endpoint, notices } = resolveEndpoint({
      preset: presetOf('modelscope'),
      baseUrl: 'http://gateway.example/v1/chat/completions',
      key: 'sk-other'
    })
    expect(endpoint.baseUrl).toBe('http://gateway.example/v1')
    expect(notices).toMatchObject([{ saying: { name: 'address.unencrypted' } }, { saying: { name: 'key.prefix' } }])
  })

  it.each(['ollama', 'lm-studio', 'llama-cpp', 'vllm'])('needs no key for %s', (id) => {
    const preset = presetOf(id)
    expect(resolveEndpoint({ preset })).toEqual({
      endpoint: { preset, baseUrl: preset.baseUrl, key: undefined },
      notices: []
    })
  })

  it.each(['modelscope', 'modelscope-ai', 'dashscope', 'siliconflow', 'openrouter', 'openai'])(
    'says where %s gives keys',
    (id) => {
      const preset = presetOf(id)
      const failure = failureOf({ preset, key: ' ' })
      expect(failure).toMatchObject({
        code: 'vision-key-missing',
        advice: `Get one at ${preset.key.page} and set it, for example as ${preset.key.variable}.`
      })
    }
  )

  it.each<[string, EndpointChoice, string]>([
    ['custom without an address', { preset: presetOf('custom'), key: canary }, 'vision-address'],
    ['a bad address', { preset: presetOf('vllm'), baseUrl: 'somewhere', key: canary }, 'vision-address'],
    ['a bad key', { preset: presetOf('vllm'), key: `${canary} ${canary}` }, 'vision-key-format'],
    [
      'OpenAI by accident',
      { preset: presetOf('modelscope'), baseUrl: 'https://api.openai.com/v1', key: canary },
      'vision-address'
    ],
    [
      'OpenAI written otherwise',
      { preset: presetOf('ollama'), baseUrl: 'https://API.openai.com.:443/v1', key: canary },
      'vision-address'
    ],
    [
      'a region of OpenAI',
      { preset: presetOf('ollama'), baseUrl: 'https://eu.api.openai.com/v1', key: canary },
      'vision-address'
    ]
  ])('refuses %s', (_, choice, code) => {
    const failure = failureOf(choice)
    expect(failure).toMatchObject({ code, advice: expect.any(String) })
    expect(String(failure) + JSON.stringify(failure)).not.toContain('canary')
  })

  it.each(['openai', 'custom'])('reaches OpenAI by choice, as %s', (id) => {
    const { endpoint } = resolveEndpoint({ preset: presetOf(id), baseUrl: 'https://api.openai.com/v1', key: 'sk-1' })
    expect(endpoint.baseUrl).toBe('https://api.openai.com/v1')
  })
})
