import type { Forecast } from '../../vision/analyze/forecast.ts'
import { presetOf } from '../../vision/presets.ts'
import { kilobytes } from '../output/size.ts'
import type { AnswerRecord } from './record.ts'

/** What goes where, in one line: `api.example.com (Example), model m: 2 calls, 3 pictures, 210 kB, about 1,920 tokens`. */
export function describeForecast(forecast: Forecast): string {
  const { calls, pictures, bytes, tokens, localText } = forecast
  const sent =
    pictures.length === 0
      ? ['the address of the picture']
      : [counted(pictures.length, 'picture'), kilobytes(bytes), `about ${grouped(tokens)} tokens`]
  const parts = [counted(calls, 'call'), ...sent, ...(localText ? ['with the text that was read here'] : [])]
  return `${describeReceiver(forecast)}: ${parts.join(', ')}`
}

/** Who gets it: `api.example.com (Example), model m`. */
export function describeReceiver({ host, provider, model }: Pick<Forecast, 'host' | 'provider' | 'model'>): string {
  return `${host} (${presetOf(provider).title}), model ${model}`
}

/** What `--dry-run` prints of a picture. */
export function describeDryRun(forecast: Forecast): string {
  const { pictures, bytes, tokens, calls, localText, notices } = forecast
  const lines = [
    ['to', `${forecast.host} (${presetOf(forecast.provider).title})`],
    ['model', forecast.model],
    ['calls', grouped(calls)],
    ...pictures.map(({ width, height, format }) => ['picture', `${width} x ${height}, ${format.toUpperCase()}`]),
    ['bytes', pictures.length === 0 ? 'the address of the picture only' : kilobytes(bytes)],
    ['tokens', pictures.length === 0 ? 'not known' : `about ${grouped(tokens)} for what is seen`],
    ...(localText ? [['text', 'what was read on this machine goes along']] : []),
    ...notices.map(({ message }) => ['note', message])
  ]
  return lines.map(([name = '', value = '']) => `${name.padEnd(8)} ${value}\n`).join('')
}

/** What an answer took, for `--verbose`. */
export function describeCost(record: AnswerRecord): string {
  const { model, calls, sentBytes, usage, estimatedTokens, milliseconds } = record
  const seen = estimatedTokens > 0 ? ` (of what is seen about ${grouped(estimatedTokens)} were expected)` : ''
  const tokens = usage && `${grouped(usage.promptTokens)} tokens in${seen}, ${grouped(usage.completionTokens)} out`
  const parts = [model, counted(calls, 'call'), `${kilobytes(sentBytes)} sent`, tokens, `${milliseconds} ms`]
  return parts.filter(Boolean).join(', ')
}

/** `1 call`, `2,000 calls`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** `12,345`. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US')
}
