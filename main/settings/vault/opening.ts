import { lastFour } from '../keys.ts'
import { faultOfDecryption, type SecretBox } from './box.ts'
import type { OpeningOutcome } from './outcome.ts'
import { decideSaving } from './protection.ts'
import { parseRecord, type VaultRecord, type VaultStore } from './record.ts'
import { seal } from './seal.ts'
import type { SystemFacts } from './system.ts'

/** What came of a stored key. */
export interface Opened {
  readonly outcome: OpeningOutcome
  /** Undefined when the outcome says why. */
  readonly key?: string
  /** Undefined when it could not be read. */
  readonly record?: VaultRecord
}

interface Ports {
  readonly box: SecretBox
  readonly store: VaultStore
}

/** Decrypts what is stored for a provider. Never rejects, and nothing of what the box says comes out. */
export async function openStored(provider: string, raw: unknown, facts: SystemFacts, ports: Ports): Promise<Opened> {
  const record = parseRecord(raw)
  if (typeof record === 'string') return { outcome: { kind: record } }
  try {
    const { text: key, shouldReEncrypt } = await ports.box.decrypt(Buffer.from(record.ciphertext, 'base64'))
    if (!fits(key, record)) return { outcome: broken(record, facts), record }
    const outcome = shouldReEncrypt ? await reEncrypt(provider, record, key, facts, ports) : open
    return { outcome, key, record }
  } catch (rejection) {
    const fault = faultOfDecryption(rejection, facts.platform)
    return { outcome: fault === 'broken' ? broken(record, facts) : { kind: fault }, record }
  }
}

const open = { kind: 'open' } as const
const putOff = { kind: 're-encryption-put-off' } as const

/** Chromium hands out as it is what has no tag that it knows, so that it decrypted something is no proof. */
function fits(text: string, record: VaultRecord): boolean {
  return /^[!-~]+$/.test(text) && lastFour(text) === record.lastFour
}

function broken({ backend }: VaultRecord, { platform, isAvailable, backend: present }: SystemFacts): OpeningOutcome {
  if (!isAvailable) return { kind: platform === 'darwin' ? 'denied' : 'unavailable' }
  return backend === present ? { kind: 'damaged' } : { kind: 'changed-backend', from: backend, to: present }
}

/** Replaces a record by one that is proved to open and protects no less. */
async function reEncrypt(
  provider: string,
  record: VaultRecord,
  key: string,
  facts: SystemFacts,
  { box, store }: Ports
): Promise<OpeningOutcome> {
  const sealed = await seal(key, facts, box)
  if (typeof sealed === 'string') return putOff
  if (decideSaving(sealed.protection, record.acceptance !== undefined) === 'remember') return putOff
  try {
    await store.write(provider, { ...record, backend: facts.backend, ciphertext: sealed.ciphertext })
    return { kind: 're-encrypted' }
  } catch {
    // Costs nothing: the former record still opens, and the outcome says that it was not replaced.
    return putOff
  }
}
