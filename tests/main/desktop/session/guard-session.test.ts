import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { describe, expect, test } from 'vitest'
import { guardSession } from '../../../../main/desktop/session/guard-session.ts'
import type { LogLine } from '../../../../main/log/line.ts'

type Handler = (...given: unknown[]) => unknown

/** A session that was guarded, with the handlers that it was given. */
function guarded() {
  const handlers: Record<string, Handler> = {}
  const lines: LogLine[] = []
  const take = (name: string) => (handler: Handler) => {
    handlers[name] = handler
  }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: take('request'),
    setPermissionCheckHandler: take('check'),
    setDevicePermissionHandler: take('device'),
    setDisplayMediaRequestHandler: take('display'),
    setSpellCheckerEnabled: take('spelling'),
    webRequest: { onBeforeRequest: take('before') }
  })
  guardSession(session as unknown as Session, (line) => lines.push(line))
  const answerOf = (name: string, ...given: unknown[]): unknown => {
    let answered: unknown
    handlers[name]?.(...given, (answer: unknown) => {
      answered = answer
    })
    return answered
  }
  return { handlers, lines, session, answerOf }
}

const home = 'app://glyphlens/index.html'

describe('permissions', () => {
  test.each([
    ['clipboard-sanitized-write', home, true, true],
    ['clipboard-sanitized-write', home, false, false],
    ['clipboard-sanitized-write', 'https://evil.example/', true, false],
    ['clipboard-read', home, true, false],
    ['media', home, true, false],
    ['display-capture', home, true, false],
    ['openExternal', home, true, false],
    ['something-new', home, true, false]
  ])('%s for %s: request and check agree', (permission, requestingUrl, isMainFrame, expected) => {
    const { handlers } = guarded()
    let answered: unknown
    handlers['request']?.({}, permission, (answer: unknown) => (answered = answer), { requestingUrl, isMainFrame })
    expect(answered).toBe(expected)
    expect(handlers['check']?.(null, permission, requestingUrl, { requestingUrl, isMainFrame })).toBe(expected)
  })

  test('a check that tells no address goes by the origin', () => {
    const { handlers } = guarded()
    const check = (origin: string) =>
      handlers['check']?.(null, 'clipboard-sanitized-write', origin, { isMainFrame: true })
    expect([check('app://glyphlens/'), check('https://evil.example/'), check('')]).toEqual([true, false, false])
  })

  test('no device, no screen, no dictionary', () => {
    const { handlers, answerOf } = guarded()
    expect(handlers['device']?.({ deviceType: 'usb', origin: home })).toBe(false)
    expect(answerOf('display', {})).toBeNull()
    expect(handlers).toHaveProperty('spelling')
  })
})

describe('the network', () => {
  test.each([
    [home, false],
    ['blob:app://glyphlens/1234', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:3000/', true],
    ['file:///etc/passwd', true],
    ['wss://example.com/', true],
    ['data:text/html,x', true]
  ])('%s is cancelled: %s', (url, cancel) => {
    const { answerOf, lines } = guarded()
    expect(answerOf('before', { url, resourceType: 'xhr' })).toEqual({ cancel })
    expect(JSON.stringify(lines)).not.toContain(url)
  })

  test.each([
    ['blob:app://glyphlens/1234', false],
    ['blob:https://evil.example/1', true],
    [`${home}?download`, true],
    ['https://example.com/x.exe', true]
  ])('a download of %s is prevented: %s', (url, expected) => {
    const { session } = guarded()
    let isPrevented = false
    session.emit('will-download', { preventDefault: () => (isPrevented = true) }, { getURL: () => url })
    expect(isPrevented).toBe(expected)
  })
})
