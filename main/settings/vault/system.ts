import type { SecretBox } from './box.ts'

/** What is known of the system that encrypts. */
export interface SystemFacts {
  readonly platform: NodeJS.Platform
  readonly isAvailable: boolean
  /** As `SecretBox.backend` names it. */
  readonly backend: string
}

/** Asks the box; on macOS that may ask the person for the keychain. */
export async function factsOf(box: SecretBox, platform: NodeJS.Platform): Promise<SystemFacts> {
  // A box that cannot say whether it works does not.
  const isAvailable = await box.isAvailable().catch(() => false)
  return { platform, isAvailable, backend: box.backend() }
}
