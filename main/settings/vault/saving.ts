import { lastFour } from '../keys.ts'
import type { SecretBox } from './box.ts'
import type { SavingOutcome } from './outcome.ts'
import { decideSaving, protectionOf } from './protection.ts'
import { recordVersion, type VaultRecord, type VaultStore } from './record.ts'
import { seal } from './seal.ts'
import type { SystemFacts } from './system.ts'

/** A key that a person has entered. */
export interface NewKey {
  readonly provider: string
  readonly key: string
  /** The words to which the person agreed, if so. */
  readonly acceptance: string | undefined
  /** Now, in milliseconds since 1970. */
  readonly time: number
}

/** The record of a key that was stored; undefined when it could not be, or had better not. */
export interface Saved {
  readonly outcome: SavingOutcome
  readonly record?: VaultRecord
}

/** Stores a key if something protects it, or the person has accepted that nothing does. Rejects with what the store does. */
export async function storeKey(
  { provider, key, acceptance, time }: NewKey,
  facts: SystemFacts,
  { box, store }: { readonly box: SecretBox; readonly store: VaultStore }
): Promise<Saved> {
  const isAccepted = acceptance !== undefined
  const expected = protectionOf(facts)
  if (expected === 'none') return { outcome: unprotectable(facts.platform) }
  if (decideSaving(expected, isAccepted) === 'remember') return unaccepted
  const sealed = await seal(key, facts, box)
  if (typeof sealed === 'string') return { outcome: { kind: sealed } }
  const decision = decideSaving(sealed.protection, isAccepted)
  if (decision === 'remember') return unaccepted
  const record: VaultRecord = {
    version: recordVersion,
    backend: facts.backend,
    ciphertext: sealed.ciphertext,
    lastFour: lastFour(key),
    saved: time,
    ...(decision === 'store-accepted' && isAccepted && { acceptance: { words: acceptance, time } })
  }
  await store.write(provider, record)
  const outcome = decision === 'store' ? ({ kind: 'stored', protection: sealed.protection } as const) : accepted
  return { outcome, record }
}

const accepted = { kind: 'accepted' } as const
const unaccepted: Saved = { outcome: { kind: 'session', canAccept: true } }

function unprotectable(platform: NodeJS.Platform): SavingOutcome {
  if (platform === 'darwin') return { kind: 'denied' }
  return platform === 'win32' ? { kind: 'unavailable' } : { kind: 'session', canAccept: false }
}
