import { describe, expect, test } from 'vitest'
import { createChat } from '../../../../main/vision/client/chat.ts'
import { canaryKey, endpointAt, serve } from './server.ts'

async function listOf(status: number, body: string) {
  const { baseUrl, seen } = await serve((response) => {
    response.writeHead(status)
    response.end(body)
  })
  return { list: createChat({ fetch }).models(endpointAt(baseUrl)), seen }
}

const a = { id: 'a', vision: undefined }

describe('a list of models', () => {
  test.each<[string, unknown, readonly object[]]>([
    ['as OpenAI has it', { object: 'list', data: [{ id: 'a', object: 'model' }, { id: 'b' }] }, [a, { ...a, id: 'b' }]],
    [
      'with modalities',
      {
        data: [
          { id: 'a', architecture: { input_modalities: ['text', 'image'] } },
          { id: 'b', architecture: { input_modalities: ['text'] } }
        ]
      },
      [
        { id: 'a', vision: true },
        { id: 'b', vision: false }
      ]
    ],
    [
      'of LM Studio',
      {
        data: [
          { id: 'a', type: 'vlm' },
          { id: 'b', type: 'llm' }
        ]
      },
      [
        { id: 'a', vision: true },
        { id: 'b', vision: undefined }
      ]
    ],
    ['with repetitions', { data: [{ id: 'a' }, { id: ' a ' }, { id: 'a' }] }, [a]],
    [
      'with junk',
      { data: [null, 3, {}, { id: '' }, { id: 7 }, { id: 'a', architecture: 'x' }, { id: 'x'.repeat(201) }] },
      [a]
    ],
    ['bare', [{ id: 'a' }], [a]],
    ['under models', { models: [{ id: 'a' }] }, [a]],
    ['data null', { data: null }, []],
    ['nothing', {}, []],
    ['null', null, []]
  ])('%s', async (_, body, expected) => {
    const { list, seen } = await listOf(200, JSON.stringify(body))
    await expect(list).resolves.toEqual(expected)
    expect(seen).toMatchObject([
      { method: 'GET', url: '/v1/models', headers: { authorization: `Bearer ${canaryKey}` } }
    ])
  })

  test('ends at ten thousand', async () => {
    const data = Array.from({ length: 10_500 }, (_, index) => ({ id: `m-${index}` }))
    const { list } = await listOf(200, JSON.stringify({ data }))
    await expect(list).resolves.toHaveLength(10_000)
  })

  test.each([
    [401, '{"error":{"message":"no"}}', 'vision-auth'],
    [404, '{"detail":"Not Found"}', 'vision-not-an-api'],
    [200, '<html>', 'vision-not-an-api'],
    [200, 'plain', 'vision-protocol'],
    [200, '', 'vision-protocol'],
    [200, '{"data":[', 'vision-protocol'],
    [503, '', 'vision-upstream']
  ])('%i with %j fails: %s', async (status, body, code) => {
    const { list } = await listOf(status, body)
    await expect(list).rejects.toMatchObject({ code })
  })

  test('can be cancelled', async () => {
    const controller = new AbortController()
    const { baseUrl, closed } = await serve(() => controller.abort())
    await expect(
      createChat({ fetch }).models(endpointAt(baseUrl), { signal: controller.signal })
    ).rejects.toMatchObject({ code: 'cancelled' })
    await expect(closed).resolves.toBeUndefined()
  })
})
