import { describe, expect, test } from 'vitest'
import { furtherQuestion } from '../../../../main/bridge/vision/further.ts'
import type { Entry } from '../../../../main/library/entries.ts'
import { failureOf } from '../../library/shelf.ts'

const entry: Entry = {
  id: 1,
  uid: '00000000-0000-7000-8000-000000000000',
  name: 'receipt.png',
  source: 'file',
  task: 'ask',
  engine: 'openrouter',
  state: 'done',
  created: 0,
  starred: false,
  kind: 'text',
  preview: 'The corner shop.',
  boxes: 0,
  picture: { id: 'a'.repeat(64), format: 'png', bytes: 1 },
  parameters: { question: 'Who sold this?' },
  result: { kind: 'text', text: 'The corner shop.', created: 0 },
  turns: []
}

const preferred = { provider: 'modelscope', language: 'en' } as const
const further = (changed: Partial<Entry>, question = 'Is it paid?') =>
  furtherQuestion({ ...entry, ...changed }, question, preferred)

describe('whom a further question goes to', () => {
  test('the provider and the model of the first one', () => {
    expect(further({ model: 'qwen/qwen3-vl-8b-instruct' })).toMatchObject({
      task: 'ask',
      question: 'Is it paid?',
      provider: 'openrouter',
      model: 'qwen/qwen3-vl-8b-instruct'
    })
  })

  test('the precise model where that was wished for, and as before', () => {
    const parameters = { precise: true, temperature: 0.2, tiles: true, localText: false, categories: ['price'] }
    const wishes = further({ task: 'detect', parameters })
    expect(wishes).toMatchObject({ precise: true, temperature: 0.2, tiles: true, localText: false })
    expect(wishes).not.toHaveProperty('model')
    expect(wishes).not.toHaveProperty('categories')
  })

  test('the preferred one for what was read here', () => {
    const wishes = further({ engine: 'device', task: 'read', model: 'pack', parameters: { layout: 'code' } })
    expect(wishes).toMatchObject({ provider: 'modelscope', history: [] })
    expect(wishes).not.toHaveProperty('model')
  })

  test('nobody while there is no answer', () => {
    const { result: _, ...without } = entry
    expect(failureOf(() => furtherQuestion(without, 'x', preferred)).code).toBe('usage')
  })
})

describe('what was said before', () => {
  test.each<[string, Partial<Entry>, string, string]>([
    ['the question', {}, 'Is it paid?', 'Who sold this?'],
    ['a task in words', { task: 'chart', parameters: {} }, 'Is it paid?', 'Which numbers does this chart show?'],
    ['in the language of the question', { task: 'describe', parameters: {} }, '付款了吗？', '请描述这张图片。'],
    [
      'in the language that was wished for',
      { task: 'ocr', parameters: { language: 'zh-CN' } },
      'x',
      '请写出这张图片中的文字。'
    ],
    [
      'a task of the person',
      { task: 'custom', parameters: { custom: { name: 'Mood', prompt: 'Name the mood.', result: 'text' } } },
      'Why?',
      'Name the mood.'
    ],
    ['whatever the parameters are', { task: 'ask', parameters: 7 }, 'x', 'What does this picture show?']
  ])('%s', (_, changed, question, first) => {
    expect(further(changed, question).history).toEqual([{ question: first, answer: 'The corner shop.' }])
  })

  test('the model’s own words, not those that the person made of them', () => {
    const result = { kind: 'text', text: 'The corner shop.', edited: 'Corner shop', created: 0 } as const
    expect(further({ result }).history?.[0]?.answer).toBe('The corner shop.')
  })

  test('every turn, the latest of very many, and no more of an answer than a request may hold', () => {
    const turns = Array.from({ length: 60 }, (_, index) => ({
      question: `question ${index}`,
      answer: 'x'.repeat(150_000),
      created: index
    }))
    const history = further({ turns }).history ?? []
    expect(history).toHaveLength(50)
    expect(history[0]?.question).toBe('Who sold this?')
    expect(history[1]?.question).toBe('question 11')
    expect(history.at(-1)?.question).toBe('question 59')
    expect(history.at(-1)?.answer).toHaveLength(100_000)
  })
})
