import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { SecretBox } from '../../../../main/settings/vault/box.ts'
import type { VaultRecord, VaultStore } from '../../../../main/settings/vault/record.ts'
import { parseKey } from '../../../../main/vision/key.ts'
import { presetOf } from '../../../../main/vision/presets.ts'

/** What no log, error or record may show. */
export const canary = 'ms-00000000-canary-canary-4711'
export const otherCanary = 'ms-11111111-canary-canary-0815'

export const parse = (provider: string, text: string) => parseKey(text, presetOf(provider))

/** Words that Electron rejects with; a foolish system quotes what it was given. */
const encryptingFailed = `Error while encrypting the text provided to safeStorage.encryptStringAsync. ${canary}`
const decryptingFailed = `Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync. ${canary}`
const passing = `safeStorage.decryptStringAsync is temporarily unavailable. Please try again. ${canary}`

interface BoxOptions {
  readonly backend?: string
  /** Three letters before the ciphertext, as Chromium writes them. */
  readonly tag?: 'v10' | 'v11'
  /** The system's key, 32 bytes. */
  readonly key?: Uint8Array
}

/** Encrypts for good, as a keychain, DPAPI or a keyring does. */
export function workingBox({
  backend = 'gnome_libsecret',
  tag = 'v11',
  key = randomBytes(32)
}: BoxOptions = {}): SecretBox {
  return {
    isAvailable: async () => true,
    backend: () => backend,
    encrypt: async (text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from(tag), nonce, cipher.getAuthTag(), body])
    },
    decrypt: async (ciphertext) => {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, ciphertext.subarray(3, 15))
        decipher.setAuthTag(ciphertext.subarray(15, 31))
        const text = Buffer.concat([decipher.update(ciphertext.subarray(31)), decipher.final()]).toString('utf8')
        return { text, shouldReEncrypt: false }
      } catch {
        throw new Error(decryptingFailed)
      }
    }
  }
}

/** Linux without a keyring: works, with a password that everybody knows. */
export function passwordBox(backend: 'basic_text' | 'unknown' | 'gnome_libsecret' = 'basic_text'): SecretBox {
  return workingBox({ backend, tag: 'v10', key: Buffer.alloc(32, 'peanuts') })
}

/** macOS after the person said no; Electron says that it is available all the same. */
export function deniedBox(isAvailable = true): SecretBox {
  return {
    isAvailable: async () => isAvailable,
    backend: () => 'keychain',
    encrypt: () => Promise.reject(new Error(encryptingFailed)),
    decrypt: () => Promise.reject(new Error(passing))
  }
}

/** A keyring that does not answer, until it does. */
export function sleepingBox(inner: SecretBox): SecretBox & { wake(): void } {
  let isAwake = false
  const orElse = <T>(work: () => Promise<T>, words: string) => (isAwake ? work() : Promise.reject(new Error(words)))
  return {
    isAvailable: async () => true,
    backend: () => inner.backend(),
    encrypt: (text) => orElse(() => inner.encrypt(text), encryptingFailed),
    decrypt: (ciphertext) => orElse(() => inner.decrypt(ciphertext), passing),
    wake: () => {
      isAwake = true
    }
  }
}

/** A system whose key was changed: opens what the former one encrypted, and wants it anew. */
export function rotatedBox(former: SecretBox, present: SecretBox): SecretBox {
  return {
    ...present,
    decrypt: (ciphertext) =>
      present
        .decrypt(ciphertext)
        .catch(async () => ({ text: (await former.decrypt(ciphertext)).text, shouldReEncrypt: true }))
  }
}

/** What Chromium does with bytes that have no tag which it knows: it hands them out. */
export function echoingBox(backend = 'gnome_libsecret'): SecretBox {
  return {
    ...workingBox({ backend }),
    decrypt: async (ciphertext) => ({ text: Buffer.from(ciphertext).toString('utf8'), shouldReEncrypt: false })
  }
}

/** Throws instead of rejecting, and cannot say whether it works. */
export function brokenBox(): SecretBox {
  return {
    isAvailable: () => Promise.reject(new Error(canary)),
    backend: () => 'gnome_libsecret',
    encrypt: () => {
      throw new Error(encryptingFailed)
    },
    decrypt: () => {
      throw new TypeError(decryptingFailed)
    }
  }
}

export interface MemoryStore extends VaultStore {
  readonly records: Record<string, unknown>
  /** What happened to it, in order. */
  readonly log: string[]
  /** Makes every write and removal fail. */
  fail(error: Error): void
}

/** Records as JSON would keep them. */
export function memoryStore(records: Record<string, unknown> = {}): MemoryStore {
  let failure: Error | undefined
  const log: string[] = []
  const act = (what: string) => {
    if (failure) throw failure
    log.push(what)
  }
  return {
    records,
    log,
    fail: (error) => {
      failure = error
    },
    read: async () => JSON.parse(JSON.stringify(records)) as Record<string, unknown>,
    write: async (provider: string, record: VaultRecord) => {
      act(`write ${provider}`)
      records[provider] = JSON.parse(JSON.stringify(record))
    },
    remove: async (provider) => {
      act(`remove ${provider}`)
      const wasThere = provider in records
      delete records[provider]
      return wasThere
    }
  }
}
