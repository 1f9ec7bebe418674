import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planRetention, type RetentionEntry, type RetentionRules } from '../../../main/library/retention.ts'
import { openShelf } from './shelf.ts'

const day = 24 * 3600 * 1000
const now = 1000 * day

/** Four entries, one a day, oldest first: a capture, a starred file, one still waiting, a capture of today. */
const entries: readonly RetentionEntry[] = [
  { id: 1, created: now - 40 * day, starred: false, state: 'done', source: 'capture', picture: 'a', bytes: 100 },
  { id: 2, created: now - 30 * day, starred: true, state: 'done', source: 'file', picture: 'b', bytes: 100 },
  { id: 3, created: now - 20 * day, starred: false, state: 'waiting', source: 'capture', picture: 'c', bytes: 100 },
  { id: 4, created: now - 10 * day, starred: false, state: 'failed', source: 'file', picture: 'a', bytes: 100 },
  { id: 5, created: now - 1, starred: false, state: 'done', source: 'capture', picture: 'd', bytes: 100 }
]

const cases: [string, RetentionRules, number[], number][] = [
  ['nothing', {}, [], 0],
  ['age', { days: 5 }, [1, 4], 100],
  ['age, and nothing is so old', { days: 50 }, [], 0],
  ['a picture that another entry has frees nothing', { days: 35 }, [1], 0],
  ['count', { entries: 3 }, [1, 4], 100],
  ['count that stars and work exceed', { entries: 0 }, [1, 4, 5], 200],
  ['size', { bytes: 350 }, [1, 4], 100],
  ['size that is not reached', { bytes: 400 }, [], 0],
  ['captures of today', { sources: ['capture'], since: now - day }, [5], 100],
  ['age of captures', { sources: ['capture'], days: 5 }, [1], 0],
  ['several rules', { days: 35, since: now - day }, [1, 5], 100]
]

describe('planRetention', () => {
  test.each(cases)('%s', (_title, rules, ids, bytes) => {
    expect(planRetention(entries, rules, now)).toEqual({ ids, bytes })
  })

  test('never takes what has a star or is still to be done, and frees what it says', () => {
    const entry = fc.record({
      created: fc.integer({ min: 0, max: now }),
      starred: fc.boolean(),
      state: fc.constantFrom('done', 'failed', 'cancelled', 'queued', 'unsure'),
      source: fc.constantFrom('capture', 'file'),
      picture: fc.constantFrom('a', 'b', 'c', 'd')
    })
    const rules = fc.record(
      { days: fc.nat(1000), entries: fc.nat(10), bytes: fc.nat(500), since: fc.nat(now) },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), rules, (list, wishes) => {
        const sorted = list
          .toSorted((left, right) => left.created - right.created)
          .map((one, index) => ({ ...one, id: index + 1, bytes: 100 }))
        const plan = planRetention(sorted, wishes, now)
        const going = sorted.filter(({ id }) => plan.ids.includes(id))
        const staying = new Set(sorted.filter(({ id }) => !plan.ids.includes(id)).map(({ picture }) => picture))
        expect(going.filter(({ starred, state }) => starred || state === 'queued' || state === 'unsure')).toEqual([])
        const freed = new Set(going.map(({ picture }) => picture).filter((picture) => !staying.has(picture)))
        expect(plan.bytes).toBe(freed.size * 100)
      })
    )
  })
})

test('a plan of a library does nothing until it is carried out', async () => {
  const { library, add, clock } = openShelf()
  const old = await add({ text: 'old', created: clock.now - 40 * day })
  await add({ text: 'new' })
  const plan = await library.planRetention({ days: 30 })
  expect(plan.ids).toEqual([old])
  expect((await library.search({})).hits).toHaveLength(2)
  expect(await library.deletion.purge(plan.ids)).toBe(1)
  expect((await library.search({})).hits).toHaveLength(1)
})
