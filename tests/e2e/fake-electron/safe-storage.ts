import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type Electron from 'electron'
import type { Keyring } from './protocol.ts'
import { answerTo, staging } from './runtime.ts'

let keyring: Keyring = staging.keyring ?? 'keyring'
answerTo({ keyring: (next) => void (keyring = next) })

/** Chromium's tags: v10 of its built-in password, v11 of a keyring. */
const tags = { keyring: 'v11', 'other-key': 'v11', basic_text: 'v10', denied: 'v11', unavailable: 'v10' } as const
const overhead = { tag: 3, vector: 12, proof: 16 }

function keyOf(name: string): Buffer {
  return createHash('sha256').update(name).digest()
}

function check(): void {
  if (keyring === 'denied' || keyring === 'unavailable') {
    throw new Error('Encryption is temporarily unavailable. Please try again later.')
  }
}

/** The asynchronous half alone: the other is deprecated. `keyring` stands for a session's keyring, `basic_text` for none. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => keyring !== 'denied' && keyring !== 'unavailable',
  async encryptStringAsync(text: string) {
    check()
    const vector = randomBytes(overhead.vector)
    const cipher = createCipheriv('aes-256-gcm', keyOf(keyring), vector)
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([Buffer.from(tags[keyring]), vector, cipher.getAuthTag(), body])
  },
  async decryptStringAsync(encrypted: Buffer) {
    check()
    const { tag, vector, proof } = overhead
    const name = encrypted.toString('latin1', 0, tag) === 'v10' ? 'basic_text' : keyring
    const decipher = createDecipheriv('aes-256-gcm', keyOf(name), encrypted.subarray(tag, tag + vector))
    decipher.setAuthTag(encrypted.subarray(tag + vector, tag + vector + proof))
    try {
      const body = [decipher.update(encrypted.subarray(tag + vector + proof)), decipher.final()]
      return { result: Buffer.concat(body).toString('utf8'), shouldReEncrypt: false }
    } catch (error) {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.', {
        cause: error
      })
    }
  },
  getSelectedStorageBackend() {
    if (keyring === 'basic_text') return 'basic_text'
    return keyring === 'unavailable' ? 'unknown' : 'gnome_libsecret'
  }
} satisfies Pick<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>
