import { describe, expect, it } from 'vitest'
import type { CaptureEvent } from '../../../../main/capture/flow/event.ts'
import { begin, dragOn, frozen, left, nameOf, painted, play, preferences, right } from './stage.ts'

const toOverlays = [frozen(right), frozen(left), painted(left), painted(right)]
const toCrop = [begin('ask-region'), ...toOverlays, ...dragOn(right)]
const toBar: CaptureEvent[] = [...toCrop, { kind: 'cropped', picture: 'p1' }]
const question = { action: 'ask', question: 'What is it?' } as const
const press = dragOn(right).slice(0, 1)

function namesAfter(...events: readonly CaptureEvent[]): string[] {
  return play(...events).effects.map(nameOf)
}

/** What the last of the events does. */
function lastNames(...events: readonly CaptureEvent[]): string[] {
  return namesAfter(...events).slice(namesAfter(...events.slice(0, -1)).length)
}

describe('a bar at the region', () => {
  it('comes when the region is cut out; the other displays are given back', () => {
    expect(play(...toCrop).state).toMatchObject({ kind: 'asking', picture: undefined })
    expect(lastNames(...toCrop)).toEqual(['close-overlay 1', 'draw', 'remember', 'crop'])
    expect(lastNames(...toBar)).toEqual(['offer'])
  })

  it.each<[string, CaptureEvent]>([
    ['asked for by the mode', begin('ask-region')],
    ['asked for by preference', begin('read-region', {}, { preferences: { ...preferences, bar: true } })]
  ])('%s', (_name, first) => {
    expect(play(first, ...toBar.slice(1)).state.kind).toBe('asking')
  })

  it('does not come to who repeats a region', () => {
    const again = begin('read-again', {}, { preferences: { ...preferences, bar: true } })
    expect(play(again, frozen(left)).state.kind).toBe('cropping')
  })

  it('does not come over a black display', () => {
    const events = [begin('ask-region'), frozen(left), frozen(right, 'black'), painted(left), painted(right)]
    expect(namesAfter(...events, ...dragOn(right))).toContain('tell capture-blank')
  })

  it.each<[string, CaptureEvent, string, string[]]>([
    ['copies', { kind: 'copy' }, 'reading', ['close-overlays', 'forget-frames', 'read']],
    ['pins', { kind: 'pin' }, 'idle', ['close-overlays', 'forget-frames', 'pin']],
    ['asks, and stays', { kind: 'ask', question }, 'asking', ['ask']],
    ['ends', { kind: 'escape' }, 'idle', ['close-overlays', 'forget-frames']],
    ['is not confirmed once more', { kind: 'confirm' }, 'asking', []],
    ['frames anew', press[0] ?? { kind: 'confirm' }, 'selecting', ['draw']]
  ])('%s', (_name, event, state, names) => {
    expect(play(...toBar, event).state.kind).toBe(state)
    expect(lastNames(...toBar, event)).toEqual(names)
  })

  it.each(['copy', 'pin'] as const)('does not %s before there is a picture', (kind) => {
    expect(play(...toCrop, { kind }).state.kind).toBe('asking')
  })

  it('keeps the region beside an answer', () => {
    expect(play(...toBar, { kind: 'ask', question }, ...press).state.kind).toBe('asking')
  })

  it('asks more than once about the same picture', () => {
    const asked = play(...toBar, { kind: 'ask', question }, { kind: 'ask', question }).effects
    expect(asked.filter(({ kind }) => kind === 'ask')).toHaveLength(2)
  })

  it('frames another region, which is cut out in its turn', () => {
    const events = [...toBar, ...dragOn(right), { kind: 'cropped', picture: 'p2' } as const]
    expect(play(...events).state).toMatchObject({ kind: 'asking', picture: 'p2' })
  })

  it.each<[string, CaptureEvent, string]>([
    ['its overlay dies', { kind: 'overlay-failed', display: right.id }, 'tell capture-no-overlay'],
    ['its display goes', { kind: 'displays-changed', displays: [left] }, 'tell capture-display-gone'],
    ['it is not cut out', { kind: 'crop-failed', cause: undefined }, 'tell capture-crop'],
    ['the app quits', { kind: 'quit' }, 'tell capture-quitting']
  ])('ends when %s', (_name, event, name) => {
    expect(lastNames(...toBar, event)).toEqual(['close-overlays', 'forget-frames', name])
  })

  it('does not mind another display that goes', () => {
    expect(play(...toBar, { kind: 'displays-changed', displays: [right] }).state.kind).toBe('asking')
  })
})
