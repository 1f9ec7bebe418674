import { z } from 'zod'

/** The version of records that this program writes. */
export const recordVersion = 1

/** A stored key. The ciphertext alone is secret, and of no use without the system's own key. */
export const vaultRecord = z.object({
  version: z.literal(recordVersion),
  /** The name of what encrypted it, for telling a changed system from a damaged record. */
  backend: z.string().min(1).max(100),
  ciphertext: z.base64().min(1).max(50_000),
  /** Last characters of the key, empty for a short one: to tell keys apart, and to see that decryption gave the key. */
  lastFour: z.string().max(4),
  /** When the person entered it, in milliseconds since 1970. */
  saved: z.number().int().nonnegative(),
  /** That the person agreed to have it stored almost unprotected: to which words, and when. */
  acceptance: z.object({ words: z.string().min(1).max(1000), time: z.number().int().nonnegative() }).optional()
})
export type VaultRecord = z.infer<typeof vaultRecord>

/** Where records lie, by the id of the provider. Rejects with `disk` or `settings-damaged`. */
export interface VaultStore {
  /** As they stand there: they are parsed here. */
  read(): Promise<Readonly<Record<string, unknown>>>
  write(provider: string, record: VaultRecord): Promise<void>
  /** Whether there was one. Called on the person's order only. */
  remove(provider: string): Promise<boolean>
}

const numbered = z.looseObject({ version: z.number() })

/** A record, or why it cannot be read: a newer program wrote it, or it is damaged. */
export function parseRecord(raw: unknown): VaultRecord | 'newer' | 'damaged' {
  const parsed = vaultRecord.safeParse(raw)
  if (parsed.success) return parsed.data
  const { data } = numbered.safeParse(raw)
  return data !== undefined && data.version > recordVersion ? 'newer' : 'damaged'
}
