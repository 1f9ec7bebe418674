import type { ChatMessage } from '../../chat.ts'
import type { Endpoint } from '../../endpoint.ts'
import { VisionFailure, type VisionFailureOptions } from '../../failure.ts'
import type { Outcome } from './outcomes.ts'
import { fill, type Values } from './template.ts'

/** The call that failed. */
export interface CallContext {
  readonly endpoint: Endpoint
  /** Empty when no model was asked, for example for a list. */
  readonly model: string
  /** What was sent, where pictures were. */
  readonly messages?: readonly Pick<ChatMessage, 'pictures'>[]
}

/** Puts an outcome into words for one call. */
export function failureOf(
  outcome: Outcome,
  { endpoint, model }: CallContext,
  values: Values,
  options: VisionFailureOptions
): VisionFailure {
  const { preset, baseUrl } = endpoint
  const known: Values = {
    provider: preset.title,
    model: model || 'the model',
    host: new URL(baseUrl).host,
    page: preset.key.page ?? '',
    reset: resetWords(preset.quota.resetOffsetMinutes),
    ...values
  }
  return new VisionFailure(outcome.code, fill(outcome.message, known), {
    ...options,
    advice: fill(outcome.advice, known)
  })
}

function resetWords(offsetMinutes: number | undefined): string {
  if (offsetMinutes === undefined) return ''
  const hours = Math.abs(offsetMinutes) / 60
  return `midnight (UTC${offsetMinutes < 0 ? '-' : '+'}${hours})`
}
