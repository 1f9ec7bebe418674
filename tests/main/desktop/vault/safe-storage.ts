import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { AsyncSafeStorage } from '../../../../main/desktop/vault/secret-box.ts'

type Backend = ReturnType<AsyncSafeStorage['getSelectedStorageBackend']>

/** A system under Electron. */
export interface FakeSystem {
  readonly available: boolean | 'rejects'
  readonly backend?: Backend
  /** What Chromium writes before what it encrypts; `v10` is its built-in password on Linux. */
  readonly tag?: 'v10' | 'v11' | 'v12'
  readonly key?: Buffer
  /** What stands in the way of encrypting and decrypting. */
  readonly fault?: 'denied' | 'broken'
  /** A former key: what it encrypted is opened, and wanted anew. */
  readonly former?: Buffer
}

/** `safeStorage` with Electron's own words and signatures, on a system that a test describes. */
export function fakeSafeStorage(system: FakeSystem): AsyncSafeStorage {
  const { available, backend = 'gnome_libsecret', tag = 'v11', key = randomBytes(32), fault, former } = system
  return {
    isAsyncEncryptionAvailable: async () => {
      if (available === 'rejects') throw new Error('safeStorage cannot be used before app is ready')
      return available
    },
    encryptStringAsync: async (text) => {
      if (fault !== undefined) throw new Error(`Error while encrypting the text provided to safeStorage: ${text}`)
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from(tag), nonce, cipher.getAuthTag(), body])
    },
    decryptStringAsync: async (bytes) => {
      if (fault === 'denied')
        throw new Error('safeStorage.decryptStringAsync is temporarily unavailable. Please try again.')
      try {
        if (fault !== undefined) throw new TypeError(fault)
        return { result: open(bytes, key), shouldReEncrypt: false }
      } catch {
        if (former === undefined) throw new Error('Error while decrypting the ciphertext provided to safeStorage.')
        return { result: open(bytes, former), shouldReEncrypt: true }
      }
    },
    getSelectedStorageBackend: () => backend
  }
}

function open(bytes: Buffer, by: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', by, bytes.subarray(3, 15))
  decipher.setAuthTag(bytes.subarray(15, 31))
  return Buffer.concat([decipher.update(bytes.subarray(31)), decipher.final()]).toString('utf8')
}
