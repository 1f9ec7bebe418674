import type { BatchAsks } from '../../jobs/batch/recipe.ts'
import type { Forecast } from '../../jobs/forecast.ts'
import { deviceEngine } from '../../jobs/job.ts'
import type { PreferenceValues } from '../../settings/groups.ts'
import { presetOf } from '../../vision/presets.ts'
import { counted, describeReceiver, grouped } from '../ask/tell.ts'
import { localTime } from '../library/times.ts'
import type { Counts } from '../queue/progress.ts'

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

/** What came of all of them, in one line. */
export function describeEnd({ done, before, failed }: Counts, waiting: number): string {
  const parts = [
    `${grouped(done)} done${before > 0 ? ` (${grouped(before)} of them before)` : ''}`,
    failed > 0 ? `${grouped(failed)} failed` : undefined,
    waiting > 0 ? `${grouped(waiting)} not done yet` : undefined
  ]
  return `${counted(done + failed + waiting, 'picture')}: ${parts.filter((part) => part !== undefined).join(', ')}.`
}
