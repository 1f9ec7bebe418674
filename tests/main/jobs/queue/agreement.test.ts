import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Queue } from '../../../../main/jobs/queue/queue.ts'
import { parseJobRow, setStanding, standingOf, standingValues } from '../../../../main/jobs/queue/rows.ts'
import { leaseTime } from '../../../../main/jobs/queue/take.ts'
import { callMarks, isLegal, jobStates, type Standing, waitingReasons } from '../../../../main/jobs/standing.ts'
import { type JobEvent, nextState } from '../../../../main/jobs/state.ts'
import { asking, noon, queueAt } from './library.ts'

const time = fc.option(fc.integer({ min: noon - 2, max: noon + 2 }), { nil: undefined })

/** Every standing that can be. */
const standings: fc.Arbitrary<Standing> = fc
  .record({
    state: fc.constantFrom(...jobStates),
    reason: fc.option(fc.constantFrom(...waitingReasons), { nil: undefined, freq: 2 }),
    notBefore: time,
    attempts: fc.integer({ min: 0, max: 5 }),
    call: fc.option(fc.constantFrom(...callMarks), { nil: undefined }),
    leaseUntil: time
  })
  .filter(isLegal)

/** Wishes and turns that are statements of their own, and what they do to one job by the rules. */
const statements: readonly [string, (queue: Queue, id: number) => unknown, JobEvent][] = [
  ['cancel', (queue) => queue.cancel({}), { kind: 'cancel' }],
  ['retry', (queue) => queue.retry({}), { kind: 'retry' }],
  ['resume', (queue) => queue.resume(), { kind: 'resume' }],
  ['key', (queue) => queue.wake('key-added'), { kind: 'key-added' }],
  ['online', (queue) => queue.wake('online'), { kind: 'online' }],
  ['quota', (queue) => queue.wake('quota-reset'), { kind: 'quota-reset' }],
  ['room', (queue) => queue.wake('room-again'), { kind: 'room-again' }],
  ['heartbeat', (queue, id) => queue.work.renew([id]), { kind: 'heartbeat', leaseUntil: noon + leaseTime }],
  ['recover nothing of ours', (queue, id) => queue.work.recover([id]), { kind: 'call-saved' }]
]

describe('statements over many jobs', () => {
  it.each(statements)('do what the rules say of one: %s', (name, run, event) => {
    const { queue, store } = queueAt()
    const { id } = queue.add(asking(store))
    fc.assert(
      fc.property(standings, (standing) => {
        put(standing)
        run(queue, id)
        const expected = name === 'recover nothing of ours' ? standing : (nextState(standing, event, noon) ?? standing)
        expect(read()).toEqual(expected)
      }),
      { numRuns: 150 }
    )

    function put(standing: Standing): void {
      const values = { ...standingValues(standing), id, owner: queue.work.owner }
      store.run('UPDATE job SET lease_owner = ? WHERE id = ?', [queue.work.owner, id])
      store.run(`UPDATE job SET ${setStanding} WHERE id = :id AND lease_owner = :owner`, values)
    }
    function read(): Standing {
      return standingOf(parseJobRow(store.get('SELECT * FROM job WHERE id = ?', [id]) ?? {}))
    }
  })

  it('give a turn as the rules say', () => {
    const { queue, store } = queueAt()
    const { id } = queue.add(asking(store))
    fc.assert(
      fc.property(standings, (standing) => {
        store.run(`UPDATE job SET ${setStanding} WHERE id = :id`, { ...standingValues(standing), id })
        queue.work.take({ lane: 'vision', busy: [] })
        const due = nextState(standing, { kind: 'due' }, noon) ?? standing
        const expected = nextState(due, { kind: 'take', leaseUntil: noon + leaseTime }, noon) ?? due
        const found = standingOf(parseJobRow(store.get('SELECT * FROM job WHERE id = ?', [id]) ?? {}))
        expect(found).toEqual(expected)
      }),
      { numRuns: 150 }
    )
  })
})
