import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { describe, expect, test } from 'vitest'
import { allChannels, type Message, type Registry } from '../../../main/bridge/registry.ts'
import { createIpc } from '../../../main/desktop/ipc.ts'

type Handler = (event: object, ...given: unknown[]) => unknown

/** A window's contents that writes down what is registered on it and sent to it. */
function contentsOf(id: number) {
  const handlers = new Map<string, Handler>()
  const sent: unknown[][] = []
  let isGone = false
  const contents = Object.assign(new EventEmitter(), {
    id,
    ipc: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
    isDestroyed: () => isGone,
    send: (...given: unknown[]) => sent.push(given)
  })
  const destroy = (): void => {
    isGone = true
    contents.emit('destroyed')
  }
  return { contents: contents as unknown as WebContents, handlers, sent, destroy }
}

function setUp() {
  const asked: Message[] = []
  const opened = Promise.withResolvers<Pick<Registry, 'answer'>>()
  const ipc = createIpc(() => opened.promise)
  const open = (): void =>
    opened.resolve({
      answer: async (message) => {
        asked.push(message)
        return { ok: true, value: 'answer' }
      }
    })
  return { ipc, asked, open }
}

const frame = { origin: 'app://glyphlens', url: 'app://glyphlens/index.html', parent: null }

describe('the way to the pages', () => {
  test('a window is asked on the channels of the contract and on no other', () => {
    const { ipc } = setUp()
    const { contents, handlers } = contentsOf(1)
    ipc.attach(contents)
    expect([...handlers.keys()].toSorted()).toEqual(allChannels.toSorted())
  })

  test('what is asked before the app is open is answered afterwards, for who asked then', async () => {
    const { ipc, asked, open } = setUp()
    const { contents, handlers } = contentsOf(5)
    ipc.attach(contents)
    const event = { sender: { id: 5 }, senderFrame: frame as object | null }
    const answer = handlers.get('app.start')?.(event, {})
    event.senderFrame = null
    expect(asked).toEqual([])
    open()
    expect(await answer).toEqual({ ok: true, value: 'answer' })
    expect(asked).toEqual([expect.objectContaining({ sender: { contents: 5, frame: expect.anything() } })])
  })

  test.each([
    ['the top frame', frame, { origin: frame.origin, url: frame.url, isTop: true }],
    ['a frame within', { ...frame, parent: frame }, { origin: frame.origin, url: frame.url, isTop: false }],
    ['a frame that is gone', null, null]
  ])('who asks is found out by main: %s', async (_who, senderFrame, facts) => {
    const { ipc, asked, open } = setUp()
    const { contents, handlers } = contentsOf(5)
    ipc.attach(contents)
    open()
    const answer = await handlers.get('app.start')?.({ sender: { id: 5 }, senderFrame }, {}, 'more')
    expect(answer).toEqual({ ok: true, value: 'answer' })
    expect(asked).toEqual([{ channel: 'app.start', sender: { contents: 5, frame: facts }, given: [{}, 'more'] }])
  })

  test('news go to every window, or to one; not to those that are gone', () => {
    const { ipc } = setUp()
    const [one, other, third] = [contentsOf(1), contentsOf(2), contentsOf(3)]
    for (const { contents } of [one, other, third]) ipc.attach(contents)
    expect(ipc.windows()).toEqual(new Set([1, 2, 3]))
    third.destroy()
    expect(ipc.windows()).toEqual(new Set([1, 2]))
    ipc.emit('library', { kind: 'changed' })
    ipc.send(2, 'settings', { kind: 'changed' })
    ipc.send(3, 'settings', { kind: 'changed' })
    expect([one.sent, other.sent, third.sent]).toEqual([
      [['library.event', { kind: 'changed' }]],
      [
        ['library.event', { kind: 'changed' }],
        ['settings.event', { kind: 'changed' }]
      ],
      []
    ])
  })
})
