import { saying } from '../../../saying.ts'
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
  const known = {
    provider: preset.title,
    model,
    host: new URL(baseUrl).host,
    page: preset.key.page ?? '',
    zone: zoneOf(preset.quota.resetOffsetMinutes),
    quote: '',
    seconds: '',
    target: '',
    plain: '',
    ...values
  }
  const inWords = { ...known, model: model || 'the model' }
  return new VisionFailure(outcome.code, fill(outcome.message, inWords), {
    ...options,
    advice: fill(outcome.advice, inWords),
    saying: saying(`call.${outcome.name}`, known)
  })
}

function zoneOf(offsetMinutes: number | undefined): string {
  if (offsetMinutes === undefined) return ''
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${Math.abs(offsetMinutes) / 60}`
}
