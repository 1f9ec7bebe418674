import { describe, expect, it } from 'vitest'
import { createAnnouncer } from '../../../../main/cli/ask/announcer.ts'
import type { Terminal } from '../../../../main/cli/terminal.ts'
import type { Forecast } from '../../../../main/vision/analyze/forecast.ts'

const picture = { width: 2048, height: 1152, format: 'png' }
const forecast: Forecast = {
  provider: 'modelscope',
  host: 'api.example.com',
  model: 'm',
  calls: 1,
  bytes: 200_000,
  tokens: 2304,
  pictures: [picture],
  localText: false,
  notices: []
}

/** What is said before these forecasts are sent. */
function said(
  forecasts: readonly Forecast[],
  options: { readonly pictures?: number; readonly verbose?: boolean } = {}
) {
  const lines: string[] = []
  const terminal: Terminal = {
    print: () => Promise.resolve(),
    printSpans: () => Promise.resolve(),
    screen: false,
    say: (text) => lines.push(text),
    showProgress: () => undefined,
    clearProgress: () => undefined,
    paint: (_style, text) => text
  }
  const announcer = createAnnouncer(terminal, { pictures: 1, verbose: false, ...options })
  for (const each of forecasts) announcer.forecast('a.png', each)
  return lines.join('\n')
}

describe('before anything is sent', () => {
  it.each<[string, Forecast, RegExp]>([
    [
      'several calls',
      { ...forecast, calls: 4, pictures: Array.from({ length: 4 }, () => picture) },
      /4 calls, 4 pictures.*2,304 tokens/
    ],
    [
      'several pictures of one call',
      { ...forecast, pictures: Array.from({ length: 5 }, () => picture) },
      /1 call, 5 pictures.*tokens/
    ]
  ])('%s are told of without being asked for', (_, each, pattern) => {
    expect(said([each])).toMatch(pattern)
  })

  it('one picture in one call goes without a word, and with one when it is asked for', () => {
    expect(said([forecast])).toBe('')
    expect(said([forecast], { verbose: true })).toMatch(/1 call, 1 picture, 200 kB, about 2,304 tokens/)
  })

  it('who gets several pictures is said once', () => {
    expect(said([forecast, forecast], { pictures: 2 })).toBe(
      '2 pictures to api.example.com (ModelScope), model m, a call or more for each.'
    )
  })
})
