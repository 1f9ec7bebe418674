import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { expect, test } from 'vitest'
import { createPageEvents } from '../../../../main/desktop/windows/page-events.ts'
import type { AppEvent } from '../../../../preload/contract/app.ts'

const go = (room: 'library' | 'settings'): AppEvent => ({ kind: 'go', room })

function setUp() {
  const sent: [number, AppEvent][] = []
  const events = createPageEvents((contents, event) => sent.push([contents, event]))
  const open = (id: number) => {
    const contents = Object.assign(new EventEmitter(), { id })
    events.follow({ webContents: contents } as unknown as BrowserWindow)
    return contents
  }
  return { sent, events, open }
}

test('what is told before there is a page is told when there is one, in order', () => {
  const { sent, events, open } = setUp()
  events.tell(go('library'))
  const contents = open(1)
  events.tell(go('settings'))
  expect(sent).toEqual([])
  contents.emit('dom-ready')
  events.tell(go('library'))
  expect(sent).toEqual([
    [1, go('library')],
    [1, go('settings')],
    [1, go('library')]
  ])
})

test('while a page is loaded anew it is kept, and so it is until the next window', () => {
  const { sent, events, open } = setUp()
  const first = open(1)
  first.emit('dom-ready')
  first.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
  events.tell(go('library'))
  first.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
  events.tell(go('settings'))
  expect(sent).toEqual([[1, go('library')]])
  first.emit('dom-ready')
  expect(sent).toHaveLength(2)
  first.emit('destroyed')
  events.tell(go('library'))
  open(2).emit('dom-ready')
  expect(sent.at(-1)).toEqual([2, go('library')])
})
