import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { guardContents } from '../../../../main/desktop/session/guard-contents.ts'
import type { LogLine } from '../../../../main/log/line.ts'
import { foreignAddresses } from '../../policy/hostile.ts'

const app = vi.hoisted(() => ({ listeners: new Map<string, (...given: unknown[]) => void>() }))
vi.mock('electron', () => ({
  app: { on: (name: string, listener: () => void) => app.listeners.set(name, listener) }
}))

const home = 'app://glyphlens/index.html'

/** A new window's contents, guarded. */
function guarded(url = home) {
  const opened: string[] = []
  const lines: LogLine[] = []
  let openHandler: ((details: { url: string }) => unknown) | undefined
  const contents = Object.assign(new EventEmitter(), {
    getURL: () => url,
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler
    }
  })
  guardContents({
    hosts: new Set(['example.com']),
    openExternal: (link) => opened.push(link),
    log: (line) => lines.push(line)
  })
  app.listeners.get('web-contents-created')?.({}, contents)
  const isPrevented = (event: string, target: string): boolean => {
    let prevented = false
    contents.emit(event, { url: target, preventDefault: () => (prevented = true) })
    return prevented
  }
  return { isPrevented, opened, lines, open: (target: string) => openHandler?.({ url: target }) }
}

beforeEach(() => app.listeners.clear())

describe.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s', (event) => {
  test('a page may be loaded anew', () => {
    expect(guarded().isPrevented(event, home)).toBe(false)
    expect(guarded('app://glyphlens/overlay.html').isPrevented(event, 'app://glyphlens/overlay.html')).toBe(false)
  })

  test.each([...foreignAddresses, 'app://glyphlens/overlay.html', 'app://glyphlens/image/x'])('not %j', (target) => {
    const { isPrevented, lines } = guarded()
    expect(isPrevented(event, target)).toBe(true)
    // Where to is not written down: it may be what somebody wants to carry out.
    expect(lines).toEqual([{ level: 'warning', message: 'navigation denied' }])
  })

  test('a window without a page goes nowhere', () => {
    expect(guarded('').isPrevented(event, home)).toBe(true)
    expect(guarded('about:blank').isPrevented(event, home)).toBe(true)
  })
})

test('a webview is never attached', () => {
  expect(guarded().isPrevented('will-attach-webview', home)).toBe(true)
})

test.each([
  ['https://example.com/keys', ['https://example.com/keys']],
  ['https://evil.example/', []],
  ['http://example.com/', []],
  [home, []],
  ['about:blank', []],
  ['javascript:alert(1)', []]
])('a wish for a window %s is denied; the browser gets %j', (url, links) => {
  const { open, opened } = guarded()
  expect(open(url)).toEqual({ action: 'deny' })
  expect(opened).toEqual(links)
})
