import { expect, test } from 'vitest'
import { parseRecord } from '../../../../main/settings/vault/record.ts'

const record = { version: 1, backend: 'keychain', ciphertext: 'djEwAAAA', lastFour: '4711', saved: 1_700_000_000_000 }
const acceptance = { words: 'Store it.', time: 1 }

test.each([record, { ...record, lastFour: '' }, { ...record, acceptance }])('is read as it was written: %j', (raw) => {
  expect(parseRecord(raw)).toEqual(raw)
})

test.each([
  [{ version: 2 }, 'newer'],
  [{ ...record, version: 3, ciphertext: { other: 'shape' } }, 'newer'],
  [undefined, 'damaged'],
  [null, 'damaged'],
  ['djEwAAAA', 'damaged'],
  [[], 'damaged'],
  [{}, 'damaged'],
  [{ ...record, version: 0 }, 'damaged'],
  [{ ...record, version: '1' }, 'damaged'],
  [{ ...record, ciphertext: '' }, 'damaged'],
  [{ ...record, ciphertext: 'no base64!' }, 'damaged'],
  [{ ...record, ciphertext: 'A'.repeat(60_000) }, 'damaged'],
  [{ ...record, lastFour: 'the whole key' }, 'damaged'],
  [{ ...record, saved: -1 }, 'damaged'],
  [{ ...record, acceptance: true }, 'damaged'],
  [{ ...record, acceptance: { words: '', time: 1 } }, 'damaged']
])('%j is %s', (raw, expected) => {
  expect(parseRecord(raw)).toBe(expected)
})
