import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { collectCalls, wordsOf } from '../../../main/desktop/calls.ts'
import type { Intent } from '../../../main/policy/intent.ts'

const electron = vi.hoisted(() => ({ app: undefined as unknown as EventEmitter }))
vi.mock('electron', () => ({
  get app() {
    return electron.app
  }
}))

beforeEach(() => {
  electron.app = new EventEmitter()
})

const event = { preventDefault: () => {} }

describe('what the outside asks', () => {
  test('before somebody listens it is kept, in order, and then told at once', () => {
    const calls = collectCalls('linux')
    electron.app.emit('open-file', event, '/a b.png')
    electron.app.emit('open-url', event, 'glyphlens://library')
    const heard: Intent[] = []
    calls.listen((intent) => heard.push(intent))
    electron.app.emit('second-instance', event, ['ignored'], '/ignored', { words: ['--capture'], folder: '/' })
    electron.app.emit('activate', event)
    expect(heard).toEqual([
      { kind: 'open', paths: ['/a b.png'], refused: 0 },
      { kind: 'library', entry: undefined },
      { kind: 'capture' },
      { kind: 'show' }
    ])
  })

  test('a file that is named like a switch is a file', () => {
    const heard: Intent[] = []
    collectCalls('linux').listen((intent) => heard.push(intent))
    electron.app.emit('open-file', event, '/--capture')
    expect(heard).toEqual([{ kind: 'open', paths: ['/--capture'], refused: 0 }])
  })

  test.each([
    undefined,
    null,
    'x',
    { words: 'x', folder: '/' },
    { words: [1], folder: '/' },
    { words: ['--capture'] },
    { words: ['javascript:alert(1)', 'https://x/'], folder: 7 }
  ])('a second instance that sends %j shows the window and no more', (data) => {
    const heard: Intent[] = []
    collectCalls('linux').listen((intent) => heard.push(intent))
    electron.app.emit('second-instance', event, ['--capture'], '/', data)
    expect(heard).toEqual([{ kind: 'show' }])
  })
})

test.each([
  [['/opt/glyphlens', '--capture'], true, ['--capture']],
  [['electron', '.', '--capture'], false, ['--capture']],
  [['/opt/glyphlens'], true, []]
])('the words of %j, packaged %s, are %j', (argv, isPackaged, words) => {
  expect(wordsOf(argv, isPackaged)).toEqual(words)
})
