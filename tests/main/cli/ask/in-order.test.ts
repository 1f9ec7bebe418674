import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder } from '../../../../main/cli/ask/in-order.ts'

type Outcome = 'good' | 'bad' | 'stop'

interface Run {
  readonly given: string[]
  readonly begun: string[]
  /** Most items under way at any moment. */
  readonly most: number
}

/** Works on items named after their outcomes; each is under way for as many turns as `turns` says. */
async function run(outcomes: readonly Outcome[], turns: readonly number[], atATime: number): Promise<Run> {
  const begun: string[] = []
  let most = 0
  let running = 0
  const items = outcomes.map((outcome, index) => ({ name: `${index} ${outcome}`, outcome, turns: turns[index] ?? 0 }))
  const work = async (item: (typeof items)[number]): Promise<Outcome> => {
    begun.push(item.name)
    running += 1
    most = Math.max(most, running)
    for (let turn = 0; turn < item.turns; turn += 1) await Promise.resolve()
    running -= 1
    return item.outcome
  }
  const given: string[] = []
  const options = { atATime, proves: (is: Outcome) => is === 'good', stops: (is: Outcome) => is === 'stop' }
  for await (const [{ name }, outcome] of inOrder(items, work, options)) {
    expect(name.endsWith(outcome)).toBe(true)
    given.push(name)
  }
  return { given, begun, most }
}

describe('inOrder', () => {
  it('gives outcomes in the order of the items, each that was begun, and keeps to the limit', async () => {
    const outcome = fc.constantFrom<Outcome>('good', 'good', 'good', 'bad', 'stop')
    await fc.assert(
      fc.asyncProperty(
        fc.array(outcome, { maxLength: 12 }),
        fc.array(fc.nat(9), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (outcomes, turns, atATime) => {
          const { given, begun, most } = await run(outcomes, turns, atATime)
          expect(given).toEqual(begun)
          expect(most).toBeLessThanOrEqual(atATime)
          expect(given).toEqual(outcomes.slice(0, given.length).map((each, index) => `${index} ${each}`))
          const end = outcomes.indexOf('stop')
          expect(given.length).toBeGreaterThanOrEqual(end === -1 ? outcomes.length : end + 1)
        }
      )
    )
  })

  it.each<[string, Outcome[], string[], number]>([
    ['the first one proves it', ['good', 'good', 'good'], ['0 good', '1 good', '2 good'], 2],
    ['one alone until then', ['bad', 'bad', 'good'], ['0 bad', '1 bad', '2 good'], 1],
    ['nothing behind the first one that stops', ['stop', 'good', 'good'], ['0 stop'], 1],
    ['those on their way beside it', ['good', 'stop', 'good', 'good'], ['0 good', '1 stop', '2 good'], 2]
  ])('begins %s', async (_name, outcomes, expected, most) => {
    expect(await run(outcomes, [3, 3, 3, 3], 2)).toEqual({ given: expected, begun: expected, most })
  })

  it('begins nothing more when nobody wants the rest', async () => {
    const begun: number[] = []
    const third = Promise.withResolvers<void>()
    const work = async (item: number): Promise<void> => {
      begun.push(item)
      if (item === 3) await third.promise
    }
    for await (const [item] of inOrder([1, 2, 3, 4], work, { atATime: 1, proves: () => true, stops: () => false })) {
      if (item === 2) break
    }
    third.resolve()
    await third.promise
    expect(begun).toEqual([1, 2, 3])
  })
})
