import { expect, test } from 'vitest'
import { appOrigin, appPage } from '../../../main/policy/address.ts'
import { isTrustedSender, type SenderFacts } from '../../../main/policy/sender.ts'
import { foreignAddresses } from './hostile.ts'

const windows = new Set([1, 7])
const frame = { origin: appOrigin, url: appPage, isTop: true }

test.each([1, 7])('the top frame of window %i is trusted', (contents) => {
  expect(isTrustedSender({ frame, contents }, windows)).toBe(true)
})

const refused: readonly (readonly [string, SenderFacts])[] = [
  ['a frame that has gone', { frame: null, contents: 1 }],
  ['a frame inside the page', { frame: { ...frame, isTop: false }, contents: 1 }],
  ['contents that main has not made', { frame, contents: 2 }],
  ['an opaque origin', { frame: { ...frame, origin: 'null' }, contents: 1 }],
  ['no origin', { frame: { ...frame, origin: '' }, contents: 1 }],
  ['an origin with a slash', { frame: { ...frame, origin: `${appOrigin}/` }, contents: 1 }],
  ['an origin that begins like ours', { frame: { ...frame, origin: `${appOrigin}.evil.example` }, contents: 1 }],
  ['an origin in capitals', { frame: { ...frame, origin: 'APP://GLYPHLENS' }, contents: 1 }],
  ['a page that is not there yet', { frame: { ...frame, url: 'about:blank' }, contents: 1 }],
  ['an empty address', { frame: { ...frame, url: '' }, contents: 1 }]
]

test.each(refused)('%s is not', (_, facts) => {
  expect(isTrustedSender(facts, windows)).toBe(false)
})

test.each(foreignAddresses)('a page at %j is not, whatever its origin', (url) => {
  expect(isTrustedSender({ frame: { ...frame, url }, contents: 1 }, windows)).toBe(false)
})

test('without windows nobody is', () => {
  expect(isTrustedSender({ frame, contents: 1 }, new Set())).toBe(false)
})
