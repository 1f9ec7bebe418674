import { describe, expect, test } from 'vitest'
import type { OpeningOutcome, SavingOutcome } from '../../../../main/settings/vault/outcome.ts'
import { acceptanceWords, describeOpening, describeSaving } from '../../../../main/settings/vault/wording.ts'

const platforms = ['darwin', 'win32', 'linux'] as const

const savings: readonly SavingOutcome[] = [
  { kind: 'stored', protection: 'keyring' },
  { kind: 'accepted' },
  { kind: 'session', canAccept: true },
  { kind: 'session', canAccept: false },
  { kind: 'denied' },
  { kind: 'unavailable' },
  { kind: 'unproved' }
]

const openings: readonly OpeningOutcome[] = [
  { kind: 'open' },
  { kind: 're-encrypted' },
  { kind: 're-encryption-put-off' },
  { kind: 'denied' },
  { kind: 'unavailable' },
  { kind: 'changed-backend', from: 'gnome_libsecret', to: 'kwallet6' },
  { kind: 'damaged' },
  { kind: 'newer' }
]

describe.each(platforms)('on %s', (platform) => {
  test('everything that can happen to a key has words of its own', () => {
    const words = [
      ...savings.map((one) => describeSaving(one, platform)),
      ...openings.map((one) => describeOpening(one, platform))
    ]
    expect(new Set(words.map(({ message, advice }) => `${message} ${advice}`)).size).toBe(words.length)
  })

  test('what stands in the way comes with advice, and nobody is told that a key is lost', () => {
    const bad = [
      ...savings
        .filter(({ kind }) => kind !== 'stored' && kind !== 'accepted')
        .map((one) => describeSaving(one, platform)),
      ...openings
        .filter(({ kind }) => !['open', 're-encrypted', 're-encryption-put-off'].includes(kind))
        .map((one) => describeOpening(one, platform))
    ]
    expect(bad.filter(({ advice }) => advice === undefined)).toEqual([])
    expect(bad.filter(({ message }) => !/is (kept|stored)/.test(message))).toEqual([])
  })
})

test.each([
  ['darwin', /keychain/],
  ['win32', /programs that you run could still read it/],
  ['linux', /keyring/]
] as const)('on %s it is said what protects a stored key, and what does not', (platform, words) => {
  expect(describeSaving({ kind: 'stored', protection: 'keyring' }, platform).message).toMatch(words)
})

test('only names that are known are repeated', () => {
  const { message } = describeOpening({ kind: 'changed-backend', from: '<b>evil</b>', to: 'basic_text' }, 'linux')
  expect(message).not.toMatch(/evil/)
  expect(message).toMatch(/something else.*no keyring at all/)
})

test('the words of agreement say who can read the key', () => {
  expect(acceptanceWords.en).toMatch(/nothing protects it.*every program.*backup/)
})
