import { describe, expect, test } from 'vitest'
import { askAgain, asksOf } from '../../../../main/bridge/jobs/asks.ts'
import { fingerprintOf } from '../../../../main/jobs/fingerprint.ts'
import { groups } from '../../../../main/settings/groups.ts'
import { type Ask, ask } from '../../../../preload/contract/ask.ts'

const { vision } = groups.parse({})

const custom = { name: 'Colours', prompt: 'Which colours?', result: 'text' } as const

const wishes: readonly Ask[] = [
  { task: 'read', engine: 'device' },
  { task: 'read', engine: 'device', layout: 'code' },
  { task: 'describe', engine: 'modelscope' },
  { task: 'ask', engine: 'openai', model: 'some/model', options: { question: 'Why?', language: 'zh-CN' }, tiles: true },
  { task: 'detect', engine: 'dashscope', precise: true, options: { categories: ['cup'] }, temperature: 0.2 },
  { task: 'translate', engine: 'modelscope', options: { target: 'ja' }, localText: false, maxTokens: 100, topP: 0.5 },
  { task: 'custom', engine: 'modelscope', options: { custom } }
]

describe('a question', () => {
  test.each(wishes)('%j can be asked again, and is the same then', (wish) => {
    const asks = asksOf(ask.parse(wish), vision)
    const again = askAgain(asks)
    expect(again).toMatchObject({ task: wish.task, engine: wish.engine })
    const picture = 'a'.repeat(64)
    const anew = asksOf(ask.parse(again), vision)
    expect(fingerprintOf({ picture, ...anew })).toBe(fingerprintOf({ picture, ...asks }))
  })

  test('of reading by a model is a task of the model', () => {
    expect(asksOf(ask.parse({ task: 'read', engine: 'modelscope' }), vision)).toMatchObject({
      task: 'ocr',
      engine: 'modelscope'
    })
  })

  test('has a model from the start, the precise one on wish, or that of the preferences', () => {
    const model = (wish: Partial<Ask>, preferences = vision) =>
      asksOf(ask.parse({ task: 'describe', engine: 'modelscope', ...wish }), preferences).model
    expect(model({})).toBeTruthy()
    expect(model({ precise: true })).not.toBe(model({}))
    expect(model({}, { ...vision, providers: { modelscope: { fast: 'mine/fast' } } })).toBe('mine/fast')
    expect(model({ model: 'named/one' })).toBe('named/one')
  })

  test.each([
    ['parameters that are none', { task: 'describe', engine: 'modelscope', parameters: 'nothing' }],
    ['a task of another version', { task: 'smell', engine: 'modelscope', parameters: {} }],
    ['an option of another version', { task: 'describe', engine: 'modelscope', parameters: { loud: true } }]
  ])('with %s cannot be asked again', (_what, asked) => {
    expect(askAgain(asked)).toBeUndefined()
  })
})
