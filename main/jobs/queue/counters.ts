import { z } from 'zod'
import type { Connection } from '../../store/connection.ts'
import { dayOf } from '../day.ts'
import type { JobUsage } from '../job.ts'

/** Which endpoint and model a call goes to. */
export interface Callee {
  readonly engine: string
  readonly model: string | null | undefined
}

/** Minutes east of UTC of the midnight at which an engine's day begins. */
export type Days = (engine: string) => number

const counter = z.object({ calls: z.number(), promptTokens: z.number(), completionTokens: z.number() })
/** What was asked of one model, or of all of an endpoint, in one day. */
export type Counter = z.infer<typeof counter>

const count = `INSERT INTO counter (day, endpoint, model, calls, prompt_tokens, completion_tokens)
  VALUES (:day, :endpoint, :model, :calls, :prompt, :completion)
  ON CONFLICT DO UPDATE SET calls = calls + excluded.calls, prompt_tokens = prompt_tokens + excluded.prompt_tokens,
    completion_tokens = completion_tokens + excluded.completion_tokens`

/** Counts one call that the provider has accepted, or may have. */
export function countCall(database: Connection, callee: Callee, days: Days, now: number): void {
  database.run(count, { ...keys(callee, days, now), calls: 1, prompt: 0, completion: 0 })
}

/** Adds the tokens of an answer; its call has been counted already. */
export function countTokens(database: Connection, callee: Callee, usage: JobUsage, days: Days, now: number): void {
  const { promptTokens: prompt = 0, completionTokens: completion = 0 } = usage
  if (prompt + completion > 0) database.run(count, { ...keys(callee, days, now), calls: 0, prompt, completion })
}

const sums = `SELECT coalesce(sum(calls), 0) AS calls, coalesce(sum(prompt_tokens), 0) AS promptTokens,
  coalesce(sum(completion_tokens), 0) AS completionTokens FROM counter`

/** Today's counter of an endpoint, and of one model of it. */
export function countersOfToday(
  database: Connection,
  callee: Callee,
  days: Days,
  now: number
): { readonly endpoint: Counter; readonly model: Counter } {
  const { day, endpoint, model } = keys(callee, days, now)
  const all = `${sums} WHERE day = ? AND endpoint = ?`
  return {
    endpoint: counter.parse(database.get(all, [day, endpoint])),
    model: counter.parse(database.get(`${all} AND model = ?`, [day, endpoint, model]))
  }
}

/** All that was asked of a model since counting began: what a call costs on average. */
export function counterOfModel(database: Connection, { engine, model }: Callee): Counter {
  return counter.parse(database.get(`${sums} WHERE endpoint = ? AND model = ?`, [engine, model ?? '']))
}

function keys({ engine, model }: Callee, days: Days, now: number) {
  return { day: dayOf(now, days(engine)), endpoint: engine, model: model ?? '' }
}
