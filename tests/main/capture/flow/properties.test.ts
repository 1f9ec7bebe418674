import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaptureEffect } from '../../../../main/capture/flow/effect.ts'
import type { CaptureEvent } from '../../../../main/capture/flow/event.ts'
import { nextStep } from '../../../../main/capture/flow/next.ts'
import { type CaptureState, idle } from '../../../../main/capture/flow/state.ts'
import { captureModes } from '../../../../main/capture/mode.ts'
import { assertNever, Failure } from '../../../../main/failure.ts'
import { fullFrame } from '../screens.ts'
import { selectionEvent } from '../selection/events.ts'
import { begin, left, remembered, right } from './stage.ts'

const id = fc.constantFrom(left.id, right.id, 99)
const look = fc.constantFrom('picture' as const, 'picture' as const, 'black' as const, 'flat' as const)

const places = fc.constantFrom([{ x: 100, y: 100, width: 200, height: 100 }], [])

const hotkey = fc
  .record({
    mode: fc.constantFrom(...captureModes),
    portal: fc.boolean(),
    access: fc.constantFrom('granted', 'granted', 'unknown', 'denied'),
    displays: fc.constantFrom([left, right], [left, right], [right], []),
    windows: fc.option(places, { nil: undefined }),
    confirmOn: fc.constantFrom('release', 'enter'),
    deliverTo: fc.constantFrom('clipboard', 'panel'),
    bar: fc.boolean(),
    notify: fc.boolean(),
    last: fc.constantFrom(remembered, { ...remembered, display: { ...right, scale: 2 } }, undefined)
  })
  .map(({ mode, confirmOn, deliverTo, bar, notify, last, ...facts }) =>
    begin(mode, facts, { preferences: { confirmOn, deliverTo, bar, notify }, remembered: last })
  )

const happenings: readonly { weight: number; arbitrary: fc.Arbitrary<CaptureEvent> }[] = [
  { weight: 2, arbitrary: hotkey },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('frozen'),
      display: fc.option(id, { nil: undefined }),
      frame: fc.constantFrom(fullFrame(left), fullFrame(right), { size: { width: 0, height: 7 }, turn: 90 as const }),
      look
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('freeze-failed'), display: fc.option(id, { nil: undefined }) })
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('windows'), windows: places }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('painted', 'painted', 'overlay-failed'), display: id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('overdue'), stage: fc.constantFrom('freeze', 'paint') }) },
  {
    weight: 6,
    arbitrary: selectionEvent([left.id, right.id, 99]).map((event) => ({ kind: 'selection', event }))
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom([left, right], [left], [{ ...left, scale: 3 }, right])
      .map((displays) => ({ kind: 'displays-changed', displays }))
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'cropped', picture: 'p' }) },
  { weight: 1, arbitrary: fc.constantFrom('', 'text').map((text) => ({ kind: 'text', text })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('read-failed' as const, 'deliver-failed' as const)
      .map((kind) => ({ kind, failure: new Failure('internal', 'It failed.') }))
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'crop-failed', cause: undefined }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'portal-cancelled' as const,
        'confirm' as const,
        'escape' as const,
        'delivered' as const,
        'last-region' as const,
        'copy' as const,
        'pin' as const,
        'quit' as const
      )
      .map((kind) => ({ kind }))
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'ask', question: { action: 'describe', question: undefined } }) }
]

/** By the mode that begins. */
type Luck = 'read-region' | 'ask-region'

/** What would happen if all went well: without it, chance alone seldom comes far. */
function luckyEvent(state: CaptureState, luck: Luck): CaptureEvent {
  switch (state.kind) {
    case 'idle':
      return begin(luck)
    case 'freezing': {
      const [display = left] = state.pending
      return { kind: 'frozen', display: display.id, frame: fullFrame(display), look: 'picture' }
    }
    case 'showing': {
      const waiting = state.frozen.find(({ display }) => !state.painted.includes(display.id))
      return { kind: 'painted', display: waiting?.display.id ?? 99 }
    }
    case 'selecting':
      return state.selection.kind === 'framed'
        ? { kind: 'confirm' }
        : { kind: 'selection', event: { kind: 'whole-display' } }
    case 'asking':
      return state.picture === undefined ? { kind: 'cropped', picture: 'p' } : { kind: 'copy' }
    case 'cropping':
      return { kind: 'cropped', picture: 'p' }
    case 'reading':
      return { kind: 'text', text: 'text' }
    case 'delivering':
      return { kind: 'delivered' }
    default:
      return assertNever(state, 'a capture in no known state')
  }
}

const story = fc.array(
  fc.oneof({ weight: 40, arbitrary: fc.constantFrom<Luck[]>('read-region', 'ask-region') }, ...happenings),
  {
    maxLength: 40,
    size: 'max'
  }
)

/** What a shell that does as it is told has to undo. */
interface Held {
  readonly overlays: readonly number[]
  readonly frames: boolean
  readonly reading: boolean
}

const nothing: Held = { overlays: [], frames: false, reading: false }

function holdingAfter(held: Held, effect: CaptureEffect): Held {
  const { kind } = effect
  if (kind === 'freeze' || kind === 'forget-frames') return { ...held, frames: kind === 'freeze' }
  if (kind === 'read' || kind === 'stop-reading') return { ...held, reading: kind === 'read' }
  return { ...held, overlays: overlaysAfter(held.overlays, effect) }
}

function overlaysAfter(open: readonly number[], effect: CaptureEffect): readonly number[] {
  if (effect.kind === 'open-overlays') return effect.displays.map(({ display }) => display.id)
  if (effect.kind === 'close-overlay') return open.filter((display) => display !== effect.display)
  return effect.kind === 'close-overlays' ? [] : open
}

interface Moment {
  readonly before: CaptureState
  readonly event: CaptureEvent
  readonly state: CaptureState
  readonly effects: readonly CaptureEffect[]
  readonly held: Held
}

/** Every moment of a story, with what the shell holds after it. */
function told(events: readonly (CaptureEvent | Luck)[]): Moment[] {
  const moments: Moment[] = []
  let state = idle
  let held = nothing
  for (const next of events) {
    const before = state
    const event = typeof next === 'string' ? luckyEvent(state, next) : next
    const step = nextStep(state, event)
    state = step.state
    // Reading ends by itself when it brings something.
    const ended = before.kind === 'reading' && (event.kind === 'text' || event.kind === 'read-failed')
    held = step.effects.reduce(holdingAfter, ended ? { ...held, reading: false } : held)
    moments.push({ before, event, state, effects: step.effects, held })
  }
  return moments
}

/** The moments of each capture that came to an end, from its hotkey on. */
function captures(moments: readonly Moment[]): Moment[][] {
  const all: Moment[][] = []
  let current: Moment[] = []
  for (const moment of moments) {
    if (moment.before.kind !== 'idle' || moment.effects.length > 0) current.push(moment)
    if (moment.state.kind !== 'idle' || current.length === 0) continue
    all.push(current)
    current = []
  }
  return all
}

function keyOf(effect: CaptureEffect): string {
  return effect.kind === 'tell' ? 'tell' : JSON.stringify(effect)
}

/** What may come again when a region is framed anew, or more is asked about it. */
const repeatable: readonly CaptureEffect['kind'][] = ['draw', 'remember', 'crop', 'offer', 'ask']

const runs = { numRuns: 1500 }

describe('whatever happens', () => {
  it('overlays are open only while one frames a region or asks about it, and nothing is left when it ends', () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const { state, held } of told(events)) {
          const mayBeOpen = ['showing', 'selecting', 'asking'].includes(state.kind)
          expect(held.overlays.length > 0).toBe(mayBeOpen)
          expect(held.reading).toBe(state.kind === 'reading')
          expect(held.frames).toBe(mayBeOpen || state.kind === 'freezing' || state.kind === 'cropping')
        }
      }),
      runs
    )
  })

  it.each(['escape', 'quit'] as const)('%s ends it at once', (kind) => {
    fc.assert(
      fc.property(story, (events) => {
        const last = told([...events, { kind }]).at(-1)
        expect(last?.state).toEqual(idle)
        expect(last?.held).toEqual(nothing)
        expect(last?.effects.some((effect) => effect.kind === 'tell')).toBe(
          kind === 'quit' && last?.before.kind !== 'idle'
        )
      }),
      runs
    )
  })

  it('no effect happens twice in one capture, but for framing anew and asking; no drawing twice in a row', () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const capture of captures(told(events))) {
          const effects = capture.flatMap((moment) => moment.effects)
          const once = effects.filter(({ kind }) => !repeatable.includes(kind)).map(keyOf)
          expect(new Set(once).size).toBe(once.length)
          const drawn = effects.filter(({ kind }) => kind === 'draw').map(keyOf)
          expect(drawn.filter((key, index) => key === drawn[index - 1])).toEqual([])
        }
      }),
      runs
    )
  })

  it('every capture ends with a result, a message, or because the person wanted it', () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const capture of captures(told(events))) {
          const kinds = capture.flatMap(({ effects }) => effects.map(({ kind }) => kind))
          const hasResult = kinds.includes('pin') || capture.at(-1)?.event.kind === 'delivered'
          const ends = [hasResult, kinds.includes('tell'), capture.at(-1)?.event.kind === 'escape']
          expect(ends.filter(Boolean)).toHaveLength(1)
        }
      }),
      runs
    )
  })

  it('only what is on a display is cropped', () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const effect of told(events).flatMap(({ effects }) => effects)) {
          const rect = effect.kind === 'crop' ? effect.crop.rect : { x: 0, y: 0, width: 1, height: 1 }
          expect(rect.x >= 0 && rect.y >= 0 && rect.width > 0 && rect.height > 0).toBe(true)
          expect(rect.x + rect.width <= 1200 && rect.y + rect.height <= 900).toBe(true)
        }
      }),
      runs
    )
  })
})

it('the stories come far enough to mean something', () => {
  const reached = fc
    .sample(story, { numRuns: 1500, seed: 1 })
    .flatMap((events) => told(events).map(({ state }) => state.kind))
  const kinds = ['idle', 'freezing', 'showing', 'selecting', 'asking', 'cropping', 'reading', 'delivering'] as const
  const seldom = kinds.filter((kind) => reached.filter((state) => state === kind).length < 100)
  expect(seldom).toEqual([])
})
