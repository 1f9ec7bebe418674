import { assertNever } from '../../failure.ts'
import type { SystemFacts } from './system.ts'

/** What keeps others from reading a stored key. */
export type Protection =
  /** macOS: the system asks before another app gets the key of the keychain. */
  | 'keychain'
  /** Windows: other people are kept out, programs of the same person are not. */
  | 'dpapi'
  /** Linux: the session's keyring. Most let every program of the same person in while it is unlocked. */
  | 'keyring'
  /** Linux without a keyring: encrypted with a password that stands in Chromium's source. It protects nothing. */
  | 'fixed-key'
  /** Nothing encrypts here. */
  | 'none'

/** The names that `getSelectedStorageBackend` has for real keyrings; `basic_text`, `unknown` and new ones are none. */
const keyrings: ReadonlySet<string> = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])

/** How well a key would be protected on this system. */
export function protectionOf({ platform, isAvailable, backend }: SystemFacts): Protection {
  if (!isAvailable) return 'none'
  if (platform === 'darwin') return 'keychain'
  if (platform === 'win32') return 'dpapi'
  if (platform === 'linux') return keyrings.has(backend) ? 'keyring' : 'fixed-key'
  return 'none'
}

/** The tag of Chromium's built-in password; keys of a keyring have v11, those of the portal v12. Elsewhere it means other things. */
const fixedKeyTag = 'v10'

/**
 * How well a ciphertext is protected in truth: the backend's name comes from a table of desktops, and the box may have fallen
 * back to its built-in password all the same.
 */
export function protectionOfCiphertext(facts: SystemFacts, ciphertext: Uint8Array): Protection {
  const expected = protectionOf(facts)
  const tag = String.fromCharCode(...ciphertext.subarray(0, fixedKeyTag.length))
  return expected === 'keyring' && tag === fixedKeyTag ? 'fixed-key' : expected
}

/** What becomes of a new key: stored, stored because the person has accepted that nothing protects it, or only remembered. */
export function decideSaving(protection: Protection, isAccepted: boolean): 'store' | 'store-accepted' | 'remember' {
  switch (protection) {
    case 'keychain':
    case 'dpapi':
    case 'keyring':
      return 'store'
    case 'fixed-key':
      return isAccepted ? 'store-accepted' : 'remember'
    case 'none':
      return 'remember'
    default:
      return assertNever(protection, 'no decision for this protection')
  }
}
