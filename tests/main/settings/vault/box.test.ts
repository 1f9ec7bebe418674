import { expect, test } from 'vitest'
import { faultOfDecryption, faultOfEncryption } from '../../../../main/settings/vault/box.ts'

const passing = new Error('safeStorage.decryptStringAsync is temporarily unavailable. Please try again.')
const final = new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.')

test.each([
  [passing, 'darwin', 'denied'],
  [passing, 'linux', 'unavailable'],
  [passing, 'win32', 'unavailable'],
  [final, 'darwin', 'broken'],
  [final, 'linux', 'broken'],
  [final, 'win32', 'broken'],
  ['temporarily unavailable', 'linux', 'broken'],
  [undefined, 'linux', 'broken']
] as const)('%s on %s: %s', (rejection, platform, fault) => {
  expect(faultOfDecryption(rejection, platform)).toBe(fault)
})

test.each([
  ['darwin', 'denied'],
  ['linux', 'unavailable'],
  ['win32', 'unavailable']
] as const)('encrypting on %s: %s', (platform, fault) => {
  expect(faultOfEncryption(platform)).toBe(fault)
})
