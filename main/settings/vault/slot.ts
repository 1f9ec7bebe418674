import { lastFour } from '../keys.ts'
import type { OpeningOutcome } from './outcome.ts'
import type { VaultRecord } from './record.ts'

/** What is known of the key of one provider. Inside the vault only: it holds the key. */
export interface Slot {
  readonly held?: { readonly key: string; readonly from: 'vault' | 'session' } | undefined
  readonly record?: Pick<VaultRecord, 'lastFour' | 'acceptance'> | undefined
  readonly opening?: OpeningOutcome | undefined
}

/** What may be shown of a key. */
export interface KeyState {
  readonly provider: string
  /** Empty for a short key, and for a record that cannot be read. */
  readonly lastFour: string
  /** Whether it can be used now. */
  readonly isUsable: boolean
  /** Whether it will be there after the next start; a session's key may stand before a stored one. */
  readonly place: 'vault' | 'session'
  /** What became of the stored one when the vault was opened; undefined when none is stored. */
  readonly opening: OpeningOutcome | undefined
  /** Whether it is stored without protection, by the person's agreement. */
  readonly isAccepted: boolean
}

/** What may be shown of a slot. */
export function stateOf(provider: string, { held, record, opening }: Slot): KeyState {
  return {
    provider,
    lastFour: held === undefined ? (record?.lastFour ?? '') : lastFour(held.key),
    isUsable: held !== undefined,
    place: held?.from ?? 'vault',
    opening,
    isAccepted: record?.acceptance !== undefined
  }
}
