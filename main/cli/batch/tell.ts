import type { BatchAsks } from '../../jobs/batch/recipe.ts'
import type { Forecast } from '../../jobs/forecast.ts'
import { deviceEngine } from '../../jobs/job.ts'
import type { PreferenceValues } from '../../settings/groups.ts'
import { presetOf } from '../../vision/presets.ts'
import { counted, describeReceiver, grouped } from '../ask/tell.ts'
import { duration, localTime } from '../library/times.ts'
import type { Counts } from './outcomes.ts'

/** What is about to be done, in one line. `done` of the pictures are done already, as far as that is known. */
export function describeStart(
  { pictures, done, tiles }: { readonly pictures: number; readonly done: number; readonly tiles: boolean },
  asks: BatchAsks,
  vision: PreferenceValues['vision'],
  forecast: (calls: number) => Forecast
): string {
  const head = `${counted(pictures, 'picture')}${done > 0 ? `, ${grouped(done)} of them done before,` : ''}`
  if (asks.engine === deviceEngine) return `${head} to be read on this machine.`
  const preset = presetOf(asks.engine)
  const { host } = new URL(vision.providers[preset.id]?.baseUrl ?? preset.baseUrl)
  const receiver = describeReceiver({ host, provider: preset.id, model: asks.model ?? '' })
  return `${head} to ${receiver}: ${describeForecast(forecast(Math.max(0, pictures - done)), tiles)}.`
}

function describeForecast(forecast: Forecast, tiles: boolean): string {
  const { calls, promptTokens, completionTokens, remaining, beyond, renewed } = forecast
  const tokens = [
    promptTokens === undefined ? undefined : `about ${grouped(promptTokens)} tokens in`,
    completionTokens === undefined ? undefined : `about ${grouped(completionTokens)} out`
  ]
  const parts = [`${counted(calls, 'call')}${tiles ? ' or more' : ''}`, ...tokens]
  if (remaining !== undefined) parts.push(`${grouped(remaining)} of today's calls are left`)
  if (beyond > 0 && renewed !== undefined) parts.push(`${grouped(beyond)} wait until ${localTime(renewed)}`)
  return parts.filter((part) => part !== undefined).join(', ')
}

export interface Pacing {
  readonly total: number
  /** Pictures a second, and milliseconds that are left; undefined while nobody can tell. */
  readonly rate: number | undefined
  readonly timeLeft: number | undefined
}

/** How far it is: `[5/12] 1 failed, 2.1 a second, 4 s left`. */
export function describeProgress({ done, failed }: Counts, { total, rate, timeLeft }: Pacing): string {
  const parts = [
    failed > 0 ? `${grouped(failed)} failed` : undefined,
    rate === undefined ? undefined : describeRate(rate),
    timeLeft === undefined ? undefined : `${duration(timeLeft)} left`
  ]
  return `[${done + failed}/${total}] ${parts.filter((part) => part !== undefined).join(', ')}`.trimEnd()
}

function describeRate(rate: number): string {
  return rate >= 1 ? `${rate.toFixed(1)} a second` : `${(rate * 60).toFixed(1)} a minute`
}

/** What came of all of them, in one line. */
export function describeEnd({ done, before, failed }: Counts, waiting: number): string {
  const parts = [
    `${grouped(done)} done${before > 0 ? ` (${grouped(before)} of them before)` : ''}`,
    failed > 0 ? `${grouped(failed)} failed` : undefined,
    waiting > 0 ? `${grouped(waiting)} not done yet` : undefined
  ]
  return `${counted(done + failed + waiting, 'picture')}: ${parts.filter((part) => part !== undefined).join(', ')}.`
}
