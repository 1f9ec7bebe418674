import { nextMidnight } from './day.ts'

/** What a provider allows in a day, where it has told. */
export interface EngineRules {
  readonly callsPerDay?: number | undefined
  readonly callsPerModelAndDay?: number | undefined
  /** Minutes east of UTC of the midnight at which it begins anew; default 0. */
  readonly resetOffsetMinutes?: number | undefined
}

/** What is planned. */
export interface Plan {
  readonly calls: number
  /** As far as the plan of the pictures tells; else the average of former calls is taken. */
  readonly promptTokens?: number | undefined
}

/** What is known of the model and of today. */
export interface Known {
  readonly rules: EngineRules
  /** Calls of today. */
  readonly callsOfEngine: number
  readonly callsOfModel: number
  /** What the provider itself said to remain, in its last answer of today. */
  readonly told: { readonly account?: number | undefined; readonly model?: number | undefined }
  /** All calls of the model so far, with their tokens. */
  readonly history: { readonly calls: number; readonly promptTokens: number; readonly completionTokens: number }
}

/** What a batch will cost, before it starts. Undefined: nobody can tell. */
export interface Forecast {
  readonly calls: number
  readonly promptTokens: number | undefined
  readonly completionTokens: number | undefined
  /** Calls that remain today, before the batch. */
  readonly remaining: number | undefined
  /** Calls beyond what remains: they wait for the next day. */
  readonly beyond: number
  /** When the quota begins anew, in milliseconds since 1970, where there is one. */
  readonly renewed: number | undefined
}

/** Calls and tokens of a plan, and what remains of the quota. Pure. */
export function forecastOf(plan: Plan, known: Known, now: number): Forecast {
  const { calls } = plan
  const remaining = remainingCalls(known)
  const { history } = known
  const average = (tokens: number): number | undefined =>
    history.calls === 0 || tokens === 0 ? undefined : Math.round((tokens / history.calls) * calls)
  return {
    calls,
    promptTokens: plan.promptTokens ?? average(history.promptTokens),
    completionTokens: average(history.completionTokens),
    remaining,
    beyond: remaining === undefined ? 0 : Math.max(0, calls - remaining),
    renewed: remaining === undefined ? undefined : nextMidnight(now, known.rules.resetOffsetMinutes ?? 0)
  }
}

/** The least of what the rules and our own count leave and of what the provider said. */
function remainingCalls({ rules, callsOfEngine, callsOfModel, told }: Known): number | undefined {
  const limits = [
    rules.callsPerDay === undefined ? undefined : rules.callsPerDay - callsOfEngine,
    rules.callsPerModelAndDay === undefined ? undefined : rules.callsPerModelAndDay - callsOfModel,
    told.account,
    told.model
  ].filter((limit) => limit !== undefined)
  return limits.length === 0 ? undefined : Math.max(0, Math.min(...limits))
}
