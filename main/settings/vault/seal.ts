import { faultOfEncryption, type PassingFault, type SecretBox } from './box.ts'
import { type Protection, protectionOfCiphertext } from './protection.ts'
import type { SystemFacts } from './system.ts'

/** A key as it may be stored. */
export interface Sealed {
  /** In base64. */
  readonly ciphertext: string
  readonly protection: Protection
}

/** Encrypts a key and proves that it can be decrypted again, before anything is replaced by it. Never rejects. */
export async function seal(
  key: string,
  facts: SystemFacts,
  box: SecretBox
): Promise<Sealed | PassingFault | 'unproved'> {
  const bytes = await attempt(() => box.encrypt(key))
  if (bytes === undefined) return faultOfEncryption(facts.platform)
  const proof = await attempt(() => box.decrypt(bytes))
  if (proof?.text !== key) return 'unproved'
  return {
    ciphertext: Buffer.from(bytes).toString('base64'),
    protection: protectionOfCiphertext(facts, bytes)
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    // Not even its words are looked at: they may quote the key, and that it did not go well is all there is to know.
    return undefined
  }
}
