import { describe, expect, test } from 'vitest'
import type { ChatEvent } from '../../../../main/vision/chat.ts'
import { createChat } from '../../../../main/vision/client/chat.ts'
import { delta, endpointAt, event, requestTo, serve, streamOf } from './server.ts'

describe('a good answer', () => {
  test('streams, and is whole at the end', async () => {
    const usage = { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 }
    const { baseUrl } = await serve(
      streamOf(
        delta('Hello '),
        delta('world', { finish_reason: 'stop' }),
        event({ choices: [], usage }),
        event('[DONE]')
      )
    )
    const events: ChatEvent[] = []
    const answer = await createChat({ fetch }).send(requestTo(endpointAt(baseUrl)), {
      onEvent: (it) => events.push(it)
    })
    expect(answer).toMatchObject({
      text: 'Hello world',
      thinking: '',
      truncated: false,
      model: 'named',
      usage: { promptTokens: 12, completionTokens: 3, totalTokens: 15 }
    })
    expect(events.map(({ kind }) => kind).slice(0, 3)).toEqual(['sending', 'first-byte', 'text'])
    expect(events.map((it) => (it.kind === 'text' ? it.delta : '')).join('')).toBe('Hello world')
  })
})
