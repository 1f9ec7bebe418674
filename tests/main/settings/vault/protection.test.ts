import { describe, expect, test } from 'vitest'
import {
  decideSaving,
  type Protection,
  protectionOf,
  protectionOfCiphertext
} from '../../../../main/settings/vault/protection.ts'

type Decision = ReturnType<typeof decideSaving>
type Row = readonly [NodeJS.Platform, boolean, string, Protection, Decision, Decision]

/** Platform, availability, backend; then protection, what becomes of a key, and what if the person has accepted. */
const matrix: readonly Row[] = [
  ['darwin', true, 'keychain', 'keychain', 'store', 'store'],
  ['darwin', true, 'basic_text', 'keychain', 'store', 'store'],
  ['darwin', false, 'keychain', 'none', 'remember', 'remember'],
  ['win32', true, 'dpapi', 'dpapi', 'store', 'store'],
  ['win32', true, 'unknown', 'dpapi', 'store', 'store'],
  ['win32', false, 'dpapi', 'none', 'remember', 'remember'],
  ['linux', true, 'gnome_libsecret', 'keyring', 'store', 'store'],
  ['linux', true, 'kwallet', 'keyring', 'store', 'store'],
  ['linux', true, 'kwallet5', 'keyring', 'store', 'store'],
  ['linux', true, 'kwallet6', 'keyring', 'store', 'store'],
  ['linux', true, 'basic_text', 'fixed-key', 'remember', 'store-accepted'],
  ['linux', true, 'unknown', 'fixed-key', 'remember', 'store-accepted'],
  ['linux', true, '', 'fixed-key', 'remember', 'store-accepted'],
  ['linux', true, 'GNOME_LIBSECRET', 'fixed-key', 'remember', 'store-accepted'],
  ['linux', true, 'kwallet7', 'fixed-key', 'remember', 'store-accepted'],
  ['linux', true, '__proto__', 'fixed-key', 'remember', 'store-accepted'],
  ['linux', false, 'gnome_libsecret', 'none', 'remember', 'remember'],
  ['linux', false, 'kwallet6', 'none', 'remember', 'remember'],
  ['linux', false, 'basic_text', 'none', 'remember', 'remember'],
  ['linux', false, 'unknown', 'none', 'remember', 'remember'],
  ['freebsd', true, 'gnome_libsecret', 'none', 'remember', 'remember']
]

describe('protection', () => {
  test.each(matrix)('%s, available %s, %j: %s', (platform, isAvailable, backend, protection, plain, accepted) => {
    expect(protectionOf({ platform, isAvailable, backend })).toBe(protection)
    expect(decideSaving(protection, false)).toBe(plain)
    expect(decideSaving(protection, true)).toBe(accepted)
  })

  test.each([
    ['linux', 'gnome_libsecret', 'v11…', 'keyring'],
    ['linux', 'gnome_libsecret', 'v12…', 'keyring'],
    ['linux', 'gnome_libsecret', 'v10…', 'fixed-key'],
    ['linux', 'kwallet6', 'v10…', 'fixed-key'],
    ['linux', 'basic_text', 'v11…', 'fixed-key'],
    ['darwin', 'keychain', 'v10…', 'keychain'],
    ['win32', 'dpapi', 'v10…', 'dpapi'],
    ['linux', 'gnome_libsecret', '', 'keyring']
  ] as const)('on %s with %s a ciphertext %j is protected by %s', (platform, backend, text, protection) => {
    expect(protectionOfCiphertext({ platform, isAvailable: true, backend }, Buffer.from(text))).toBe(protection)
  })
})
