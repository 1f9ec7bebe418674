import { describe, expect, test } from 'vitest'
import { groups, type PreferenceValues } from '../../../../main/settings/groups.ts'
import { choose, learnedKey, type Stored, type Wishes } from '../../../../main/vision/analyze/choose.ts'

function stored(vision: Partial<PreferenceValues['vision']> = {}, key: string | undefined = 'ms-stored'): Stored {
  return {
    preferences: groups.parse({ vision }).vision,
    keys: { find: () => (key === undefined ? undefined : { key, from: 'file' }) }
  }
}

const fast = 'Qwen/Qwen3-VL-30B-A3B-Instruct'
const precise = 'Qwen/Qwen3-VL-235B-A22B-Instruct'
const ownModels = { providers: { modelscope: { fast: 'mine/fast', baseUrl: 'https://proxy.example/v1' } } }

describe('the model', () => {
  test.each<[string, Wishes, Partial<PreferenceValues['vision']>, string]>([
    ['the fast one of the default provider', {}, {}, fast],
    ['the precise one', { precise: true }, {}, precise],
    ['a named one', { model: ' any/model ', precise: true }, {}, 'any/model'],
    ['the preferred one', {}, ownModels, 'mine/fast'],
    ['the precise one, where only the fast one was changed', { precise: true }, ownModels, precise]
  ])('is %s', (_, wishes, vision, expected) => {
    expect(choose(wishes, stored(vision)).model).toBe(expected)
  })

  test('has to be named where the provider has none', () => {
    expect(() => choose({ provider: 'custom', baseUrl: 'http://127.0.0.1:1/v1' }, stored())).toThrow(
      expect.objectContaining({ code: 'usage' })
    )
  })
})

describe('the endpoint', () => {
  test.each<[string, Wishes, Partial<PreferenceValues['vision']>, { baseUrl: string; key: string }]>([
    ['of the preset', {}, {}, { baseUrl: 'https://api-inference.modelscope.cn/v1', key: 'ms-stored' }],
    ['of the preferences', {}, ownModels, { baseUrl: 'https://proxy.example/v1', key: 'ms-stored' }],
    [
      'of the wishes',
      { baseUrl: 'http://127.0.0.1:8000/v1', key: 'Bearer ms-given' },
      ownModels,
      { baseUrl: 'http://127.0.0.1:8000/v1', key: 'ms-given' }
    ]
  ])('%s', (_, wishes, vision, expected) => {
    expect(choose(wishes, stored(vision)).endpoint).toMatchObject(expected)
  })

  test.each<[string, Wishes, string[]]>([
    [
      'another host gets a stored key, with a word',
      { baseUrl: 'https://mine.example/v1' },
      ['The key of ModelScope goes to mine.example.']
    ],
    ['its own host', {}, []],
    ['this machine', { baseUrl: 'http://localhost:9/v1' }, []],
    ['a key that was given for it', { baseUrl: 'https://mine.example/v1', key: 'ms-given' }, []]
  ])('%s', (_, wishes, expected) => {
    expect(choose(wishes, stored()).notices.map(({ message }) => message)).toEqual(expected)
  })

  test('wants a key where the provider does', () => {
    const keyless: Stored = { ...stored(), keys: { find: () => undefined } }
    expect(() => choose({}, keyless)).toThrow(expect.objectContaining({ code: 'vision-key-missing' }))
  })
})

describe('sampling', () => {
  test('is that of the preferences, of the task, of the wishes, in this order', () => {
    const preferences = stored({ temperature: 0.3, topP: 0.9, maxTokens: 100 })
    const { sampling } = choose({ maxTokens: 7 }, preferences, { temperature: 0.1, maxTokens: 4096 })
    expect(sampling).toEqual({ temperature: 0.1, topP: 0.9, maxTokens: 7 })
  })

  test.each([
    ['gives a task more room for its answer', 16_384, 16_384],
    ['never takes from a task the room that it needs', 100, 4096]
  ])('the preferred limit of tokens %s', (_, maxTokens, expected) => {
    expect(choose({}, stored({ maxTokens }), { maxTokens: 4096 }).sampling.maxTokens).toBe(expected)
    expect(choose({}, stored({ maxTokens })).sampling.maxTokens).toBe(maxTokens)
  })

  test.each<Wishes>([
    { temperature: 0 },
    { temperature: 1.1 },
    { temperature: Number.NaN },
    { maxTokens: 0 },
    { maxTokens: 1.5 },
    { maxTokens: 40_000 },
    { topP: 0 },
    { topP: 2 }
  ])('refuses %j', (wishes) => {
    expect(() => choose(wishes, stored())).toThrow(expect.objectContaining({ code: 'usage' }))
  })
})

test('what a probe has learned of a model holds for that model at that address, what the person has set for all', () => {
  const { endpoint } = choose({}, stored())
  const learned = { [learnedKey(endpoint, 'own/model')]: { boxes: 'pixels' as const, legible: 10, time: 1 } }
  expect(choose({ model: 'own/model' }, stored({ learned })).rules).toMatchObject({ boxes: 'pixels', legible: 10 })
  expect(choose({}, stored({ learned })).rules.boxes).toBe('thousand')
  const set = stored({ learned, providers: { modelscope: { boxes: 'unit' } } })
  expect(choose({ model: 'own/model' }, set).rules.boxes).toBe('unit')
})
