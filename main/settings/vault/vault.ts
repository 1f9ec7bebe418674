import { Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'
import type { Keys } from '../keys.ts'
import type { SecretBox } from './box.ts'
import { HeldKey } from './held-key.ts'
import { createTurns } from './in-turn.ts'
import { openStored } from './opening.ts'
import type { OpeningOutcome, SavingOutcome } from './outcome.ts'
import type { VaultStore } from './record.ts'
import { storeKey } from './saving.ts'
import { type KeyState, type Slot, stateOf } from './slot.ts'
import { factsOf } from './system.ts'
import { type FormVerdict, type ParseKey, verifyForm } from './verification.ts'
import { describeOpening } from './wording.ts'

/**
 * API keys, encrypted by the system. Decrypting takes time and may ask a person, while whoever reads keys cannot wait: so all
 * keys are decrypted once, by `open`, and held in memory. Nothing but `remove` ever deletes one, and no object, error or log
 * shows one; only `find` hands it out. `find` throws `vision-key-missing` for a key that is stored and did not open.
 */
export interface Vault extends Pick<Keys, 'find' | 'list' | 'remove'> {
  /**
   * Decrypts what is stored, after the app is ready, and again after the person was asked to unlock something. Keys that are
   * in memory already stay. Asks the system nothing when nothing is stored. Rejects with what the store rejects with.
   */
  open(): Promise<ReadonlyMap<string, OpeningOutcome>>
  /**
   * Stores a key as a person has pasted it, in place of a former one; `acceptance` are the words to which the person agreed,
   * when it has to be stored without protection. Whatever the outcome, the key can be used until the app is quit. Rejects
   * with `vision-key-format` and `vision-key-missing`, then nothing is kept; with what the store rejects with, then it is.
   */
  save(provider: string, text: string, options?: { readonly acceptance?: string }): Promise<SavingOutcome>
  /** What the form of a key says; asks nobody. */
  verifyForm(provider: string, text: string): FormVerdict
  /** Keys of the session as well. */
  list(): readonly KeyState[]
}

/** What the vault needs from outside. */
export interface VaultPorts {
  readonly box: SecretBox
  readonly store: VaultStore
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly parse: ParseKey
}

/** Longest words that are recorded. */
const longestAcceptance = 1000

/** A vault of which nothing is open yet. */
export function createVault({ box, store, clock, platform, environment, parse }: VaultPorts): Vault {
  // The keys live here and nowhere else: not in a property that something could print.
  const slots = new Map<string, Slot>()
  // Opening and saving at once could put an old key in the place of a new one.
  const inTurn = createTurns()

  const open = async (): Promise<ReadonlyMap<string, OpeningOutcome>> => {
    const stored = new Map(Object.entries(await store.read()))
    for (const [provider, slot] of slots) if (!stored.has(provider)) loseRecord(slots, provider, slot)
    const outcomes = new Map<string, OpeningOutcome>()
    if (stored.size === 0) return outcomes
    const facts = await factsOf(box, platform)
    for (const [provider, raw] of stored) {
      const { outcome, key, record } = await openStored(provider, raw, facts, { box, store })
      const former = slots.get(provider)?.held
      // A key of the session is newer than the stored one, and one from before is better than none.
      const held = former?.from === 'session' || key === undefined ? former : { key, from: 'vault' as const }
      slots.set(provider, { held, record, opening: outcome })
      outcomes.set(provider, outcome)
    }
    return outcomes
  }

  const save = async (provider: string, key: string, acceptance: string | undefined): Promise<SavingOutcome> => {
    slots.set(provider, { ...slots.get(provider), held: { key, from: 'session' } })
    const facts = await factsOf(box, platform)
    const given = { provider, key, acceptance, time: clock() }
    const { outcome, record } = await storeKey(given, facts, { box, store })
    if (record) slots.set(provider, { held: { key, from: 'vault' }, record, opening: { kind: 'open' } })
    return outcome
  }

  return {
    open: () => inTurn(open),
    save: async (provider, text, { acceptance } = {}) => {
      const { key } = parse(provider, text)
      if (key === undefined) {
        throw new Failure('vision-key-missing', 'No key was given.', {
          advice: 'Paste the key.',
          saying: saying('key.not-given')
        })
      }
      const words = acceptance?.trim().slice(0, longestAcceptance)
      return await inTurn(() => save(provider, key, words || undefined))
    },
    verifyForm: (provider, text) => verifyForm(provider, text, parse),
    remove: (provider) =>
      inTurn(async () => {
        const wasStored = await store.remove(provider)
        return slots.delete(provider) || wasStored
      }),
    find: ({ id, variable }) => {
      const given = variable === undefined ? undefined : environment[variable]?.trim()
      if (given) return new HeldKey(given, 'environment')
      const { held, opening } = slots.get(id) ?? {}
      if (held !== undefined) return new HeldKey(held.key, held.from)
      if (opening === undefined) return undefined
      const { message, ...others } = describeOpening(opening, platform)
      throw new Failure('vision-key-missing', message, others)
    },
    list: () => [...slots].map(([provider, slot]) => stateOf(provider, slot))
  }
}

/** A record that somebody else removed leaves its key for the session, if it was open. */
function loseRecord(slots: Map<string, Slot>, provider: string, { held }: Slot): void {
  if (held === undefined) slots.delete(provider)
  else slots.set(provider, { held: { ...held, from: 'session' } })
}
