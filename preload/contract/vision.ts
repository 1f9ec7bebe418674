import { z } from 'zod'
import type { Problem } from './result.ts'
import { id } from './schemas.ts'

const whom = {
  provider: z.string().min(1).max(40),
  baseUrl: z.string().max(2000).optional(),
  model: z.string().max(200).optional()
}

export const visionArguments = {
  check: z.discriminatedUnion('what', [
    /** One call with the picture of a word: proves connection, key, account, model and sight. */
    z.strictObject({ what: z.literal('connection'), ...whom }),
    /** One call that learns how a model sees; what it learned is kept. */
    z.strictObject({ what: z.literal('sight'), ...whom }),
    z.strictObject({ what: z.literal('models'), ...whom })
  ]),
  /** A further question about the picture of an entry that was answered. The answer is kept with it. */
  follow: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('ask'), entry: id, question: z.string().trim().min(1).max(8000) }),
    z.strictObject({ action: z.literal('cancel'), entry: id })
  ])
}

export type VisionCheck =
  | {
      readonly what: 'connection'
      readonly steps: readonly { readonly step: string; readonly state: 'good' | 'failed' | 'unknown' }[]
      readonly problem?: Problem | undefined
      readonly model: string
      readonly milliseconds: number
    }
  | { readonly what: 'sight'; readonly boxes?: string | undefined; readonly legible?: number | undefined }
  | {
      readonly what: 'models'
      readonly models: readonly {
        readonly id: string /** Undefined where nobody can tell. */
        readonly sees: boolean | undefined
      }[]
    }

export interface VisionResults {
  check: VisionCheck
  /** Null when it was cancelled. */
  follow: { readonly question: string; readonly answer: string; readonly created: number } | null
}

export type VisionEvent =
  /** More of the answer to a further question. */
  | { readonly kind: 'text'; readonly entry: number; readonly delta: string }
  /** It is tried again: what was shown of the answer is void. */
  | { readonly kind: 'again'; readonly entry: number }
