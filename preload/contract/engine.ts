import { z } from 'zod'
import type { PackView } from './settings.ts'

export const engineArguments = {
  /** `cancel` ends a fetch; what has arrived stays for the next one. */
  pack: z.strictObject({
    id: z.string().min(1).max(64),
    action: z.enum(['fetch', 'cancel', 'use', 'verify', 'remove'])
  })
}

export interface EngineResults {
  pack: readonly PackView[]
}

export type EngineEvent =
  /** Bytes of a pack that are on the disk. */
  | { readonly kind: 'pack'; readonly id: string; readonly done: number; readonly total: number }
  | { readonly kind: 'packs-changed' }
