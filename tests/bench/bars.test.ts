import { describe, expect, it } from 'vitest'
import { barsOf } from './bars.ts'
import type { EngineName } from './engines/list.ts'
import type { Results, Row } from './results.ts'

function row(engine: EngineName, wall: number, errors: number): Row {
  const characters = 1000
  return {
    set: 'tuning',
    picture: 'one',
    category: 'english',
    size: 'crop',
    engine,
    score: {
      errors,
      characters,
      spacedErrors: errors,
      spacedCharacters: characters,
      lines: 10,
      exactLines: 10,
      goodLines: 10
    },
    order: { errors, characters },
    wall: [wall + 5, wall],
    processor: [wall],
    disturbed: 0,
    text: '',
    wrong: [],
    ...(engine === 'ours' ? { model: { model: 90, total: 100 } } : {})
  }
}

function results(rows: Row[]): Results {
  return { when: '', node: '', processor: '', timed: ['tuning'], rows, cold: [], memory: {}, real: {} }
}

describe('barsOf', () => {
  it.each([
    ['Warm time over that of tesseract', 50, 100, true],
    ['Warm time over that of tesseract', 51, 100, false]
  ])('%s: %d against %d', (title, own, theirs, met) => {
    const bars = barsOf(results([row('ours', own, 0), row('tesseract', theirs, 0)]))
    expect(bars.find((bar) => bar.title.startsWith(title))).toMatchObject({ met })
  })

  it.each([
    [7, 4, true],
    [8, 4, false]
  ])('%d against %d errors in a thousand of the best peer', (own, theirs, met) => {
    const rows = [row('ours', 1, own), row('tesseract', 1, theirs), row('ppu', 1, theirs + 50)]
    const bar = barsOf(results(rows)).find(({ title }) => title.includes('best peer: tuning, english'))
    expect(bar).toMatchObject({ met })
    expect(bar?.figure).toContain('tesseract')
  })

  it('leaves open what was not measured', () => {
    const open = barsOf(results([row('ours', 1, 0)])).filter((bar) => bar.met === undefined)
    expect(open.map((bar) => bar.title)).toContain('Peak memory of the engine, under 600 MB')
  })
})
