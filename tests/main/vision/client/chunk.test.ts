import { describe, expect, test } from 'vitest'
import { readChunk } from '../../../../main/vision/client/chunk.ts'

const usage = { promptTokens: 1, completionTokens: 2, totalTokens: 3 }

describe('a chunk', () => {
  test.each<[string, unknown, object]>([
    ['text', { choices: [{ index: 0, delta: { role: 'assistant', content: 'a' } }] }, { text: 'a' }],
    [
      'text without role, id and index',
      { id: null, created: 0, choices: [{ delta: { content: 'a' } }] },
      { text: 'a' }
    ],
    [
      'a whole answer',
      { choices: [{ message: { content: 'a' }, finish_reason: 'stop' }] },
      { text: 'a', finish: 'stop' }
    ],
    [
      'text in parts',
      { choices: [{ delta: { content: [{ type: 'text', text: 'a' }, 7, { text: 'b' }] } }] },
      { text: 'ab' }
    ],
    ['content null', { choices: [{ delta: { content: null } }] }, { text: '' }],
    ['a refusal', { choices: [{ delta: { content: null, refusal: 'I cannot' } }] }, { text: 'I cannot' }],
    [
      'two choices',
      {
        choices: [
          { index: 1, delta: { content: 'b' } },
          { index: 0, delta: { content: 'a' } }
        ]
      },
      { text: 'a' }
    ],
    ['only the second choice', { choices: [{ index: 1, delta: { content: 'b' } }] }, { text: '' }],
    [
      'reasoning of DashScope',
      { choices: [{ delta: { content: null, reasoning_content: 'hm' } }] },
      { thinking: 'hm' }
    ],
    ['reasoning of Ollama', { choices: [{ delta: { content: '', reasoning: 'hm' } }] }, { thinking: 'hm' }],
    ['both names at once', { choices: [{ delta: { reasoning: 'hm', reasoning_content: 'hm' } }] }, { thinking: 'hm' }],
    ['choices null', { choices: null }, { text: '', finish: undefined, recognised: true }],
    ['no choices', { type: 'ping' }, { text: '', recognised: false }],
    ['usage', { choices: [], usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } }, { usage }],
    ['usage without sum', { choices: [], usage: { prompt_tokens: 1, completion_tokens: 2 } }, { usage }],
    ['usage null', { choices: [], usage: null }, { usage: undefined }],
    ['broken usage', { choices: [], usage: { prompt_tokens: 'x' } }, { usage: undefined }],
    ['a model', { model: 'm', choices: [] }, { model: 'm' }],
    ['finish null', { choices: [{ delta: {}, finish_reason: null }] }, { finish: undefined }],
    ['a list', [1], { text: '', recognised: false }],
    ['null', null, { text: '', recognised: false }],
    ['wrong types', { model: 3, choices: [{ index: 'a', delta: 7 }, 'x'], usage: [] }, { text: '', recognised: true }]
  ])('with %s', (_, value, expected) => {
    expect(readChunk(value)).toMatchObject(expected)
  })
})
