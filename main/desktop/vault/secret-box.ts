import type { SafeStorage } from 'electron'
import type { SecretBox } from '../../settings/vault/box.ts'

/** The asynchronous half of `safeStorage`: the other one is going away, and asks the keychain while the app stands still. */
export type AsyncSafeStorage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

/** The system's encryption as the vault wants it. To be used after the app is ready. */
export function createSecretBox(safeStorage: AsyncSafeStorage, platform: NodeJS.Platform): SecretBox {
  return {
    isAvailable: () => safeStorage.isAsyncEncryptionAvailable(),
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (ciphertext) => {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(ciphertext))
      return { text: result, shouldReEncrypt }
    },
    backend: () => backendOn(platform, safeStorage)
  }
}

/** Only Linux has several; elsewhere the function is not there. */
function backendOn(platform: NodeJS.Platform, safeStorage: AsyncSafeStorage): string {
  if (platform === 'darwin') return 'keychain'
  if (platform === 'win32') return 'dpapi'
  return platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'unknown'
}
