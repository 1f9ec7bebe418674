import { expect, test } from 'vitest'
import { sourceOf } from '../../../../main/vision/analyze/source.ts'

const bytes = new Uint8Array([1])

test.each([
  ['a path', 'shots/a b.png', { kind: 'file', path: 'shots/a b.png' }],
  ['a path on Windows, whose drive looks like a scheme', 'C:\\a.png', { kind: 'file', path: 'C:\\a.png' }],
  ['an address', 'https://example.com/a.png', { kind: 'url', url: 'https://example.com/a.png' }],
  ['an address in capitals', 'HTTP://example.com/a', { kind: 'url', url: 'HTTP://example.com/a' }],
  ['a data address', 'data:image/png;base64,AA==', { kind: 'url', url: 'data:image/png;base64,AA==' }],
  ['a file address', 'file:///a%20b.png', { kind: 'file', path: '/a b.png' }],
  ['an address as an object', new URL('https://example.com/a'), { kind: 'url', url: 'https://example.com/a' }],
  ['bytes', bytes, { kind: 'bytes', bytes, name: 'picture' }],
  ['a source', { kind: 'bytes', bytes, name: 'pasted' } as const, { kind: 'bytes', bytes, name: 'pasted' }]
])('%s', (_, image, expected) => {
  expect(sourceOf(image)).toEqual(expected)
})
