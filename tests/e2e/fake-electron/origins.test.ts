import { expect, test } from 'vitest'
import { toApp, toWeb } from './origins.ts'

test.each([
  ['app://glyphlens/index.html?a=1#b', 'https://glyphlens.app.test/index.html?a=1#b'],
  ['app://glyphlens/image/', 'https://glyphlens.app.test/image/'],
  ['app://glyphlens', 'https://glyphlens.app.test'],
  ['app://other/index.html', 'https://other.app.test/index.html']
])('%s is %s for the browser, and back', (app, web) => {
  expect([toWeb(app), toApp(web)]).toEqual([web, app])
})

test.each([
  'https://example.com/app',
  'http://127.0.0.1:4000/v1',
  'file:///etc/passwd',
  'devtools://devtools/bundled/x',
  'a sentence about app://glyphlens/index.html',
  "default-src 'none'"
])('%s stays', (text) => {
  expect([toWeb(text), toApp(text)]).toEqual([text, text])
})

test.each([
  'https://glyphlens.app.test.evil.com/',
  'https://evil.com/?https://glyphlens.app.test/',
  'https://x@glyphlens.app.test/'
])('%s is nobody of ours', (url) => {
  expect(toApp(url)).toBe(url)
})

test('an address of a blob keeps its kind', () => {
  expect(toApp('blob:https://glyphlens.app.test/1-2')).toBe('blob:app://glyphlens/1-2')
})
