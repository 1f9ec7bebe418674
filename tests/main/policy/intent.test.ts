import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Intent, parseIntent } from '../../../main/policy/intent.ts'

const uid = '01930f0e-7b2a-7c3d-8e4f-0123456789ab'
const show = { kind: 'show' }
const entry = { kind: 'library', entry: uid }
const library = { kind: 'library', entry: undefined }

const started = (words: readonly string[], folder = '/pictures', platform: NodeJS.Platform = 'linux'): Intent =>
  parseIntent({ kind: 'arguments', words, folder }, platform)

const cases: readonly (readonly [readonly string[], object])[] = [
  [[], show],
  [['--hidden'], show],
  [['--original-process-start-time=133', '--allow-file-access-from-files'], show],
  [['-psn_0_12345'], show],
  [['--capture'], { kind: 'capture' }],
  [['--capture-again'], { kind: 'capture-again' }],
  [['--capture-again', '--capture'], { kind: 'capture-again' }],
  [['--original-process-start-time=133', '--capture'], { kind: 'capture' }],
  [['--capture', 'a.png'], { kind: 'capture' }],
  [['--Capture'], show],
  [['--capture=1'], show],
  [['--captures'], show],
  [['a.png', '/b.png'], { kind: 'open', paths: ['/pictures/a.png', '/b.png'], refused: 0 }],
  [['a.png', './a.png'], { kind: 'open', paths: ['/pictures/a.png'], refused: 0 }],
  [['file:///x/a%20b.png'], { kind: 'open', paths: ['/x/a b.png'], refused: 0 }],
  [['--', '--capture'], { kind: 'open', paths: ['/pictures/--capture'], refused: 0 }],
  [['--'], show],
  [['https://evil.example/x.png', 'a.png'], { kind: 'open', paths: ['/pictures/a.png'], refused: 1 }],
  [['file://server/x.png'], { kind: 'open', paths: [], refused: 1 }],
  [['x\0.png', ''], { kind: 'open', paths: [], refused: 2 }],
  [[`glyphlens://library/${uid}`], entry],
  [['--', `glyphlens://library/${uid}`], entry],
  [[`GLYPHLENS://library/${uid}`], entry],
  // Smuggled in beside a link.
  [[`glyphlens://library/${uid}`, '--capture', '/etc/passwd'], entry],
  [['--capture', 'glyphlens://evil'], show],
  [['/etc/passwd', 'glyphlens:'], show]
]

describe('arguments', () => {
  test.each(cases)('%j', (words, intent) => {
    expect(started(words)).toEqual(intent)
  })

  test('of Windows hold no shares', () => {
    const words = ['D:\\a.png', '\\\\server\\share\\b.png', '//server/c.png', 'd.png:stream', 'nul']
    expect(started(words, 'C:\\x', 'win32')).toEqual({ kind: 'open', paths: ['D:\\a.png'], refused: 4 })
  })

  test('beyond a thousand are left alone', () => {
    const intent = started(Array.from({ length: 5000 }, (_, number) => `${number}.png`))
    expect(intent.kind === 'open' && intent.paths.length).toBe(1000)
  })
})

describe('links', () => {
  test.each([
    ['glyphlens://library', library],
    ['glyphlens://library/', library],
    [`glyphlens://library/${uid}`, entry],
    [`glyphlens://library/${uid}/`, entry]
  ])('%s', (url, intent) => {
    expect(parseIntent({ kind: 'link', url }, 'linux')).toEqual(intent)
  })

  test.each([
    '',
    'glyphlens:',
    'glyphlens://',
    'glyphlens:library',
    'glyphlens:///library',
    'glyphlens://capture',
    'glyphlens://open?path=/etc/passwd',
    'glyphlens://LIBRARY/',
    'glyphlens://library./',
    'glyphlens://library:80/',
    'glyphlens://user@library/',
    'glyphlens://library@evil/',
    'glyphlens://libr%61ry/',
    `glyphlens://library/${uid}?x`,
    `glyphlens://library/${uid}#x`,
    `glyphlens://library/${uid}//`,
    `glyphlens://library//${uid}`,
    `glyphlens://library/${uid.toUpperCase()}`,
    `glyphlens://library/${uid}0`,
    `glyphlens://library/${uid}%00`,
    `glyphlens://library/${uid}\0`,
    `glyphlens://library/${uid} --capture`,
    'glyphlens://library/..%2f..%2fetc',
    "glyphlens://library/' OR 1=1",
    'glyphlens://library/01930f0e-7b2a-4c3d-8e4f-0123456789ab',
    `glyphlens\u200b://library/${uid}`,
    `app://library/${uid}`,
    `https://library/${uid}`,
    'javascript:alert(1)',
    `glyphlens://library/${'0'.repeat(100)}`
  ])('%j only shows the window', (url) => {
    expect(parseIntent({ kind: 'link', url }, 'linux')).toEqual(show)
    expect(parseIntent({ kind: 'link', url }, 'win32')).toEqual(show)
  })
})

const told = (data: unknown): Intent => parseIntent({ kind: 'second-instance', data }, 'linux')

describe('a second instance', () => {
  test('says what arguments say', () => {
    expect(told({ words: ['--capture'], folder: '/' })).toEqual({ kind: 'capture' })
    expect(told({ words: ['a.png'], folder: '/x', more: 1 })).toEqual({ kind: 'open', paths: ['/x/a.png'], refused: 0 })
  })

  test.each([
    undefined,
    null,
    0,
    'glyphlens://library',
    [],
    ['--capture'],
    {},
    { words: ['--capture'] },
    { words: '--capture', folder: '/' },
    { words: ['--capture', 1], folder: '/' },
    { words: [['--capture']], folder: '/' },
    { words: { 0: '--capture', length: 1 }, folder: '/' },
    { words: ['--capture'], folder: null }
  ])('that says %j only shows the window', (data) => {
    expect(told(data)).toEqual(show)
  })

  test('never breaks anything, and opens absolute paths only', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ words: fc.array(fc.string()), folder: fc.string() })), (data) => {
        const intent = told(data)
        expect(['show', 'capture', 'capture-again', 'open', 'library']).toContain(intent.kind)
        const paths = intent.kind === 'open' ? intent.paths : []
        expect(paths.filter((path) => !path.startsWith('/'))).toEqual([])
      })
    )
  })
})
