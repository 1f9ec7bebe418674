import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask as askSchema } from '../../../../preload/contract/ask.ts'
import {
  askOf,
  changed,
  firstWish,
  taskChoices,
  type Wish,
  wishOf
} from '../../../../renderer/features/composer/wish.ts'

const own = [{ name: 'Allergens', prompt: 'List every allergen.', result: 'text' as const }]
const known = { provider: 'modelscope', own }

describe('what is asked', () => {
  test.each<[string, Partial<Wish>, string, unknown]>([
    ['reading here', {}, '', { task: 'read', engine: 'device' }],
    ['reading by a model', { engine: 'fast' }, '', { task: 'ocr', engine: 'modelscope', options: {} }],
    [
      'a question',
      { task: 'ask', engine: 'fast' },
      ' Why? ',
      { task: 'ask', engine: 'modelscope', options: { question: 'Why?' } }
    ],
    ['no question yet', { task: 'ask', engine: 'fast' }, '  ', 'question'],
    [
      'the precise model',
      { task: 'describe', engine: 'precise' },
      '',
      { task: 'describe', engine: 'modelscope', precise: true, options: {} }
    ],
    [
      'another model',
      { task: 'describe', engine: 'model', model: ' a/b ' },
      '',
      { task: 'describe', engine: 'modelscope', model: 'a/b', options: {} }
    ],
    ['a model without a name', { task: 'describe', engine: 'model' }, '', 'model'],
    [
      'another provider',
      { task: 'chart', engine: 'fast', provider: 'ollama' },
      '',
      { task: 'chart', engine: 'ollama', options: {} }
    ],
    [
      'objects with a wish',
      { task: 'detect', engine: 'fast', categories: ['cup', 'cat'], target: 'ja' },
      'Only large ones',
      { task: 'detect', engine: 'modelscope', options: { question: 'Only large ones', categories: ['cup', 'cat'] } }
    ],
    [
      'a translation',
      { task: 'translate', engine: 'fast', target: 'ja', categories: ['x'] },
      '',
      { task: 'translate', engine: 'modelscope', options: { target: 'ja' } }
    ],
    [
      'an own task',
      { task: 'own:Allergens', engine: 'fast' },
      '',
      { task: 'custom', engine: 'modelscope', options: { custom: own[0] } }
    ],
    ['an own task that is gone', { task: 'own:Gone', engine: 'fast' }, '', 'own-task'],
    [
      'all that few people change',
      {
        task: 'code',
        engine: 'fast',
        temperature: 0.2,
        maxTokens: 900,
        topP: 0.5,
        tiles: true,
        localText: false,
        language: 'en'
      },
      '',
      {
        task: 'code',
        engine: 'modelscope',
        temperature: 0.2,
        maxTokens: 900,
        topP: 0.5,
        tiles: true,
        localText: false,
        options: { language: 'en' }
      }
    ]
  ])('%s', (_, wish, question, expected) => {
    expect(askOf({ ...firstWish, ...wish }, question, known)).toEqual(expected)
  })

  const anyWish = fc.record({
    task: fc.constantFrom(...taskChoices),
    engine: fc.constantFrom('fast' as const, 'precise' as const, 'model' as const),
    provider: fc.constantFrom('modelscope', 'ollama'),
    model: fc.constantFrom('a/b', 'c'),
    categories: fc.array(fc.constantFrom('cup', 'cat'), { maxLength: 3 }),
    target: fc.constantFrom(undefined, 'ja'),
    language: fc.constantFrom(undefined, 'en' as const),
    temperature: fc.constantFrom(undefined, 0.3),
    maxTokens: fc.constantFrom(undefined, 100),
    topP: fc.constantFrom(undefined, 0.5),
    tiles: fc.constantFrom(undefined, true),
    localText: fc.constantFrom(undefined, false)
  })

  test('is what main takes, and can be chosen again from what was asked', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        const asked = askOf(wish, 'Why?', known)
        if (typeof asked === 'string') throw new Error(`something is missing: ${asked}`)
        expect(askSchema.safeParse(asked).error).toBeUndefined()
        const again = wishOf(asked, { own, providers: [] })
        expect(again && askOf(again, 'Why?', known)).toEqual(asked)
      })
    )
  })

  test('what the composer does not offer cannot be chosen again', () => {
    const custom = { name: 'Gone', prompt: 'x', result: 'text' as const }
    expect(
      wishOf({ task: 'custom', engine: 'modelscope', options: { custom } }, { own, providers: [] })
    ).toBeUndefined()
    expect(wishOf({ task: 'read', engine: 'device' }, { own, providers: [] })).toEqual(firstWish)
  })
})

test.each<[Partial<Wish>, Partial<Wish>, Partial<Wish>]>([
  [{ task: 'read', engine: 'device' }, { task: 'describe' }, { task: 'describe', engine: 'fast' }],
  [{ task: 'describe', engine: 'precise' }, { engine: 'device' }, { task: 'read', engine: 'device' }],
  [{ task: 'describe', engine: 'precise' }, { task: 'read' }, { task: 'read', engine: 'precise' }],
  [{ task: 'read', engine: 'fast' }, { engine: 'device' }, { task: 'read', engine: 'device' }]
])('task and engine follow each other: %j and then %j', (before, change, after) => {
  expect(changed({ ...firstWish, ...before }, change)).toMatchObject(after)
})

test.each([
  ['a/fast', 'fast'],
  ['a/precise', 'precise'],
  ['a/other', 'model']
])('the model %s is called %s', (model, engine) => {
  const providers = [{ id: 'modelscope', fast: 'a/fast', precise: 'a/precise' }]
  expect(wishOf({ task: 'describe', engine: 'modelscope', model }, { own, providers })?.engine).toBe(engine)
})
