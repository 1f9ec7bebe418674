import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance } from './distance.ts'
import { judge } from './floor.ts'

const floor = { characterErrorRate: 0.08, lineRecall: 0.94 }

describe('judge', () => {
  it.each([
    ['as good as the floor', { characterErrorRate: 0.08, lineRecall: 0.94 }, 0],
    ['too many wrong characters', { characterErrorRate: 0.081, lineRecall: 0.94 }, 1],
    ['too few lines', { characterErrorRate: 0.08, lineRecall: 0.939 }, 1],
    ['both', { characterErrorRate: 0.5, lineRecall: 0.5 }, 2]
  ])('%s', (_name, measured, count) => {
    expect(judge(measured, floor).failures).toHaveLength(count)
  })

  it('names a stricter floor only when nothing failed', () => {
    expect(judge({ characterErrorRate: 0.0504, lineRecall: 0.9705 }, floor).better).toEqual({
      characterErrorRate: 0.053,
      lineRecall: 0.968
    })
    expect(judge({ characterErrorRate: 0.05, lineRecall: 0.5 }, floor).better).toBeUndefined()
    expect(judge(floor, floor).better).toBeUndefined()
  })

  it('never names a floor that is laxer, or that the same figures would fail', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, (characterErrorRate, lineRecall) => {
        const measured = { characterErrorRate, lineRecall }
        const { better } = judge(measured, floor)
        if (better === undefined) return true
        const stricter = better.characterErrorRate <= floor.characterErrorRate && better.lineRecall >= floor.lineRecall
        return stricter && judge(measured, better).failures.length === 0
      })
    )
  })
})

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['中国人', '中國人', 1],
    ['ab', 'ba', 2]
  ])('from "%s" to "%s" is %i', (from, to, edits) => {
    expect(distance(from, to)).toBe(edits)
  })
})
