import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createNetworkFetch } from '../../../../main/desktop/network/fetch.ts'

const electron = vi.hoisted(() => ({
  fetch: (_input: unknown, _init?: unknown): Promise<Response> => Promise.reject(new Error('not set')),
  requested: [] as Record<string, unknown>[],
  partitions: [] as unknown[][],
  /** What the server says when it is asked once more. */
  answer: (_request: EventEmitter): void => {}
}))

vi.mock('electron', () => ({
  session: {
    fromPartition: (...given: unknown[]) => {
      electron.partitions.push(given)
      return { fetch: (input: unknown, init?: unknown) => electron.fetch(input, init) }
    }
  },
  net: {
    request: (options: Record<string, unknown>) => {
      electron.requested.push(options)
      return Object.assign(new EventEmitter(), {
        end(this: EventEmitter) {
          queueMicrotask(() => electron.answer(this))
        },
        abort() {}
      })
    }
  }
}))

/** As Electron fails where a redirect is not to be followed. */
const stopped = () => Promise.reject(new Error('Redirect was cancelled'))

beforeEach(() => {
  electron.requested.length = 0
  electron.partitions.length = 0
})

describe('the network of the desktop', () => {
  test('is a session of its own that keeps nothing on the disk', async () => {
    electron.fetch = async () => new Response('x')
    expect(await (await createNetworkFetch()(new URL('https://example.com/x'))).text()).toBe('x')
    expect(electron.partitions).toEqual([['glyphlens-network', { cache: false }]])
  })

  test('hands back where a GET is led to', async () => {
    electron.fetch = stopped
    electron.answer = (request) => request.emit('redirect', 302, 'GET', 'https://elsewhere.example/y', {})
    const response = await createNetworkFetch()('https://example.com/x', { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([302, 'https://elsewhere.example/y'])
    expect(electron.requested).toMatchObject([
      { url: 'https://example.com/x', redirect: 'manual', credentials: 'omit', cache: 'no-store' }
    ])
  })

  test.each([
    ['a POST: what it sends would be sent twice', { redirect: 'manual', method: 'POST' }],
    ['who wanted it followed', { redirect: 'follow' }],
    ['who said nothing', {}]
  ] as const)('does not ask again for %s', async (_who, init) => {
    electron.fetch = stopped
    await expect(createNetworkFetch()('https://example.com/x', init)).rejects.toThrow('Redirect was cancelled')
    expect(electron.requested).toEqual([])
  })

  test('other failures are what they are', async () => {
    electron.fetch = () => Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED'))
    const call = createNetworkFetch()('https://example.com/x', { redirect: 'manual' })
    await expect(call).rejects.toThrow('net::ERR_NAME_NOT_RESOLVED')
    expect(electron.requested).toEqual([])
  })

  test('a redirect that is none any more, an error, a call that was ended', async () => {
    electron.fetch = stopped
    const fetch = createNetworkFetch()
    electron.answer = (request) => request.emit('response', { statusCode: 200 })
    await expect(fetch('https://example.com/x', { redirect: 'manual' })).rejects.toThrow('HTTP 200')
    electron.answer = (request) => request.emit('error', new Error('net::ERR_FAILED'))
    await expect(fetch('https://example.com/x', { redirect: 'manual' })).rejects.toThrow('net::ERR_FAILED')
    electron.answer = () => {}
    const call = fetch('https://example.com/x', { redirect: 'manual', signal: AbortSignal.abort() })
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  })
})
