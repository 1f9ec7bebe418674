import { eachOnce, type Said } from '../../saying.ts'
import type { TaskResult } from '../../tasks/result.ts'
import type { QuotaHeaders, Usage } from '../chat.ts'
import type { Forecast } from './forecast.ts'

/** What came of asking about a picture. */
export interface Analysis {
  readonly result: TaskResult
  /** What was said before it was sent, of the calls that were made in the end. */
  readonly forecast: Forecast
  /** The model that answered, as the provider names it. */
  readonly model: string
  /** Tokens of all calls; undefined when the provider told of none. */
  readonly usage: Usage | undefined
  /** HTTP requests that were sent, those that failed included. */
  readonly calls: number
  /** Bytes of the bodies of all requests that were answered. */
  readonly sentBytes: number
  /** What the model thought aloud; no part of the answer. */
  readonly thinking: string
  /** The answer ends in the middle. */
  readonly truncated: boolean
  /** What the last answer's headers told of a quota. */
  readonly quota: QuotaHeaders
  /** Until the first piece of the first answer, and of all calls. */
  readonly milliseconds: { readonly firstByte: number; readonly total: number }
  /** Sentences for the person: another model answered, the picture was made smaller. */
  readonly notices: readonly Said[]
}

/** All sentences for the person, each once, in the order in which they came up. */
export function noticesOf({ forecast, notices, result }: Pick<Analysis, 'forecast' | 'notices' | 'result'>): Said[] {
  return eachOnce([...forecast.notices, ...notices, ...result.notices])
}
