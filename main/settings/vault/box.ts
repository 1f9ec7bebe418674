/**
 * What the system does to a secret, in the shape of Electron's asynchronous `safeStorage`. Its rejections may hold anything:
 * only the two functions below look at them, and nothing passes them on.
 */
export interface SecretBox {
  /** `isAsyncEncryptionAvailable`. True on Linux even where only a built-in password protects. */
  isAvailable(): Promise<boolean>
  /** `encryptStringAsync`. */
  encrypt(text: string): Promise<Uint8Array>
  /** `decryptStringAsync`. */
  decrypt(ciphertext: Uint8Array): Promise<{ readonly text: string; readonly shouldReEncrypt: boolean }>
  /** `getSelectedStorageBackend` on Linux; elsewhere a constant name such as `keychain` or `dpapi`. */
  backend(): string
}

/** A keychain that refused (the person said no, or it is locked), or something that may go well another time. */
export type PassingFault = 'denied' | 'unavailable'

/** Why nothing was encrypted: Electron does not say, but only macOS asks a person. */
export function faultOfEncryption(platform: NodeJS.Platform): PassingFault {
  return platform === 'darwin' ? 'denied' : 'unavailable'
}

/**
 * Why nothing was decrypted; `broken` will never go well with the system's present key. Electron tells them apart by its words
 * alone (electron/electron, shell/browser/api/electron_api_safe_storage.cc), and Chromium calls a refused keychain of macOS
 * "temporarily unavailable", too (components/os_crypt/async/browser/keychain_key_provider.mm).
 */
export function faultOfDecryption(rejection: unknown, platform: NodeJS.Platform): PassingFault | 'broken' {
  const passes = rejection instanceof Error && rejection.message.includes('temporarily unavailable')
  return passes ? faultOfEncryption(platform) : 'broken'
}
