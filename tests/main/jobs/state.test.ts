import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FailureCode, failureCodes } from '../../../main/failure.ts'
import {
  isLegal,
  jobStates,
  mayBeAnswered,
  type Standing,
  untouched,
  waitingReasons
} from '../../../main/jobs/standing.ts'
import { type JobEvent, nextState } from '../../../main/jobs/state.ts'

const noon = 1_764_000_000_000

const failure = fc.record(
  {
    code: fc.constantFrom(...failureCodes),
    message: fc.constant('It failed.'),
    advice: fc.constant(undefined),
    cause: fc.constantFrom(undefined, { code: 'ENOSPC' }),
    mayBeCounted: fc.boolean(),
    retry: fc.oneof(
      fc.constant({ kind: 'never' as const }),
      fc.record({ kind: fc.constant('soon' as const), milliseconds: fc.integer({ min: -5, max: 100_000 }) }),
      fc.record({ kind: fc.constant('at' as const), time: fc.integer({ min: noon - 1000, max: noon + 1_000_000 }) })
    )
  },
  { requiredKeys: ['code', 'message', 'advice', 'cause'] }
)

const plain = [
  'call-intended',
  'call-sent',
  'call-answering',
  'call-saved',
  'finish',
  'release',
  'lease-expired',
  'owner-gone',
  'cancel',
  'retry',
  'due',
  'resume',
  'key-added',
  'online',
  'quota-reset',
  'room-again'
] as const

const happenings: readonly { weight: number; arbitrary: fc.Arbitrary<JobEvent> }[] = [
  { weight: 6, arbitrary: fc.constant({ kind: 'take', leaseUntil: noon + 30_000 }) },
  { weight: 12, arbitrary: fc.constantFrom(...plain).map((kind) => ({ kind })) },
  { weight: 3, arbitrary: failure.map((failed) => ({ kind: 'fail', failure: failed })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'heartbeat', leaseUntil: noon + 60_000 }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('hold'),
      reason: fc.constantFrom(...waitingReasons),
      notBefore: fc.option(fc.integer({ min: noon, max: noon + 9e6 }), { nil: undefined })
    })
  },
  { weight: 1, arbitrary: fc.constantFrom('repeat', 'give-up').map((answer) => ({ kind: 'resolve', answer })) }
]
const event = fc.oneof(...happenings)

const history = fc.array(fc.record({ event, passed: fc.integer({ min: 0, max: 100_000 }) }), { maxLength: 40 })

/** Events that a person causes. */
const byPerson = new Set<JobEvent['kind']>(['retry', 'resolve'])

/** Whether a call on the wire is still known, or its job ended. */
function keepsTheCall(next: Standing): boolean {
  return mayBeAnswered(next.call) || next.state === 'failed' || next.state === 'cancelled'
}

/** Whether the event itself settles what became of a call on the wire. */
function settles(happened: JobEvent): boolean {
  if (happened.kind === 'call-saved' || happened.kind === 'finish' || byPerson.has(happened.kind)) return true
  return happened.kind === 'fail' && happened.failure.mayBeCounted === false
}

describe('the states of a job', () => {
  it('are legal after any events in any order', () => {
    fc.assert(
      fc.property(history, (events) => {
        let standing: Standing = untouched
        let now = noon
        const illegal: unknown[] = []
        for (const { event: happened, passed } of events) {
          now += passed
          standing = nextState(standing, happened, now) ?? standing
          if (!isLegal(standing)) illegal.push([happened, standing])
        }
        expect(illegal).toEqual([])
      }),
      { numRuns: 2000 }
    )
  })

  it('never lead from a call on the wire to another one unless a person or the provider said so', () => {
    fc.assert(
      fc.property(history, (events) => {
        let standing: Standing = untouched
        let now = noon
        let open = false
        const lost: unknown[] = []
        for (const { event: happened, passed } of events) {
          now += passed
          const next = nextState(standing, happened, now)
          if (next === undefined) continue
          if (open && !settles(happened) && !keepsTheCall(next)) lost.push([happened, next])
          open = (open && !settles(happened)) || mayBeAnswered(next.call)
          if (next.state === 'done') open = false
          standing = next
        }
        expect(lost).toEqual([])
      }),
      { numRuns: 2000 }
    )
  })

  it('are all reached, and left again but for the last ones', () => {
    const reached = new Set<string>(['queued'])
    const sample = fc.sample(history, { numRuns: 2000, seed: 7 })
    for (const events of sample) {
      let standing: Standing = untouched
      let now = noon
      for (const { event: happened, passed } of events) {
        now += passed
        standing = nextState(standing, happened, now) ?? standing
        reached.add(standing.state)
      }
    }
    expect([...reached].toSorted()).toEqual([...jobStates].toSorted())
  })
})

const running: Standing = { ...untouched, state: 'running', attempts: 1, leaseUntil: noon + 30_000 }
const sent: Standing = { ...running, call: 'sent' }
const unsure: Standing = { ...untouched, state: 'unsure', attempts: 1, call: 'answering' }

function waiting(reason: Standing['reason'], notBefore?: number): Standing {
  return { ...untouched, state: 'waiting', reason, notBefore }
}

function failing(code: FailureCode, more: object = {}): JobEvent {
  return { kind: 'fail', failure: { code, message: 'It failed.', advice: undefined, cause: undefined, ...more } }
}

describe('an event', () => {
  const cases: readonly [string, Standing, JobEvent, Partial<Standing> | undefined][] = [
    ['take', untouched, { kind: 'take', leaseUntil: 5 }, { state: 'running', attempts: 1, leaseUntil: 5 }],
    ['due too early', waiting('rate', noon + 1), { kind: 'due' }, undefined],
    ['take what waits', waiting('rate', noon), { kind: 'take', leaseUntil: 5 }, undefined],
    ['due in time', waiting('rate', noon), { kind: 'due' }, { state: 'queued' }],
    ['due without a time', waiting('needs-key'), { kind: 'due' }, undefined],
    ['take twice', running, { kind: 'take', leaseUntil: 5 }, undefined],
    ['heartbeat', running, { kind: 'heartbeat', leaseUntil: 9 }, { state: 'running', leaseUntil: 9 }],
    [
      'heartbeat of a cancelled job',
      { ...untouched, state: 'cancelled' },
      { kind: 'heartbeat', leaseUntil: 9 },
      undefined
    ],
    ['weaker mark', sent, { kind: 'call-intended' }, { call: 'sent' }],
    ['saved answer', sent, { kind: 'call-saved' }, { state: 'running', call: undefined }],
    ['saved without a call', running, { kind: 'call-saved' }, undefined],
    ['finish', sent, { kind: 'finish' }, { state: 'done', call: undefined }],
    ['late answer', unsure, { kind: 'finish' }, { state: 'done' }],
    ['finish of nothing', untouched, { kind: 'finish' }, undefined],
    ['lease in force', running, { kind: 'lease-expired' }, undefined],
    ['lease over', { ...running, leaseUntil: noon - 1 }, { kind: 'lease-expired' }, { state: 'queued', attempts: 1 }],
    ['process gone', running, { kind: 'owner-gone' }, { state: 'queued', attempts: 1 }],
    [
      'process gone with a call intended',
      { ...running, call: 'intended' },
      { kind: 'owner-gone' },
      { state: 'queued' }
    ],
    ['process gone with a call sent', sent, { kind: 'owner-gone' }, { state: 'unsure', call: 'sent' }],
    [
      'process gone for the third time',
      { ...running, attempts: 3 },
      { kind: 'owner-gone' },
      { state: 'waiting', reason: 'retry', notBefore: noon + 5000 }
    ],
    ['release', running, { kind: 'release' }, { state: 'queued', attempts: 0 }],
    ['release with a call sent', sent, { kind: 'release' }, { state: 'unsure' }],
    ['hold', untouched, { kind: 'hold', reason: 'offline', notBefore: 7 }, { state: 'waiting', notBefore: 7 }],
    ['hold with a call sent', sent, { kind: 'hold', reason: 'offline', notBefore: 7 }, undefined],
    ['cancel', unsure, { kind: 'cancel' }, { state: 'cancelled' }],
    ['cancel of what is done', { ...untouched, state: 'done' }, { kind: 'cancel' }, undefined],
    ['retry', { ...untouched, state: 'failed', attempts: 3 }, { kind: 'retry' }, { state: 'queued', attempts: 0 }],
    ['retry now', waiting('quota', noon + 9e6), { kind: 'retry' }, { state: 'queued' }],
    ['retry without an answer to the question', unsure, { kind: 'retry' }, undefined],
    ['repeat', unsure, { kind: 'resolve', answer: 'repeat' }, { state: 'queued', call: undefined }],
    ['give up', unsure, { kind: 'resolve', answer: 'give-up' }, { state: 'cancelled' }],
    ['resolve of what is sure', running, { kind: 'resolve', answer: 'repeat' }, undefined],
    ['key', waiting('needs-key'), { kind: 'key-added' }, { state: 'queued' }],
    ['key for what needs none', waiting('rate', noon), { kind: 'key-added' }, undefined],
    ['network', waiting('offline', noon + 9), { kind: 'online' }, { state: 'queued' }],
    ['new day', waiting('quota', noon + 9), { kind: 'quota-reset' }, { state: 'queued' }],
    ['room', waiting('disk-full'), { kind: 'room-again' }, { state: 'queued' }],
    ['resume', waiting('paused'), { kind: 'resume' }, { state: 'queued' }],
    ['network gone', running, failing('vision-dns'), { state: 'waiting', reason: 'offline', notBefore: noon + 60_000 }],
    [
      'network gone in the middle',
      sent,
      failing('vision-network', { mayBeCounted: true }),
      { state: 'unsure', call: 'sent' }
    ],
    ['fault after the call', sent, failing('internal'), { state: 'failed', call: undefined }],
    ['refusal', sent, failing('vision-rate', { mayBeCounted: false }), { state: 'waiting', reason: 'rate' }],
    ['fault of a job that does not run', untouched, failing('internal'), undefined]
  ]

  const changing = cases.flatMap(([name, standing, happened, expected]) =>
    expected === undefined ? [] : [{ name, standing, happened, expected }]
  )
  it.each(changing)('$name', ({ standing, happened, expected }) => {
    expect(nextState(standing, happened, noon)).toMatchObject(expected)
  })

  it.each(cases.filter(([, , , expected]) => expected === undefined))('refused: %s', (_name, standing, happened) => {
    expect(nextState(standing, happened, noon)).toBeUndefined()
  })
})
