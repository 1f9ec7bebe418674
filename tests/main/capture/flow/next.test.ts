import { describe, expect, it } from 'vitest'
import type { CaptureEffect } from '../../../../main/capture/flow/effect.ts'
import type { CaptureEvent } from '../../../../main/capture/flow/event.ts'
import { holdsScreen } from '../../../../main/capture/flow/state.ts'
import { Failure } from '../../../../main/failure.ts'
import { frame } from '../screens.ts'
import { begin, dragOn, frozen, left, nameOf, painted, play, preferences, remembered, right } from './stage.ts'

const toOverlays = [begin('read-region'), frozen(right), frozen(left), painted(left), painted(right)]
const toReading = [...toOverlays, ...dragOn(right), { kind: 'cropped', picture: 'p1' } as const]
const withEnter = { ...preferences, confirmOn: 'enter' } as const
const shown = ['freeze', 'watch freeze', 'open-overlays', 'watch paint', 'reveal-overlays', 'draw']
const taken = ['close-overlays', 'remember', 'crop', 'forget-frames', 'read']

function namesAfter(...events: readonly CaptureEvent[]): string[] {
  return play(...events).effects.map(nameOf)
}

function effect<Kind extends CaptureEffect['kind']>(
  kind: Kind,
  ...events: readonly CaptureEvent[]
): Extract<CaptureEffect, { kind: Kind }> {
  const found = play(...events).effects.find((candidate) => candidate.kind === kind)
  if (found === undefined) throw new Error(`${kind} did not happen`)
  return found as Extract<CaptureEffect, { kind: Kind }>
}

describe('a region', () => {
  it('is framed, read and delivered', () => {
    const played = play(...toReading, { kind: 'text', text: 'Hello' }, { kind: 'delivered' })
    expect(played.state.kind).toBe('idle')
    expect(played.effects.map(nameOf)).toEqual([...shown, 'draw', 'draw', ...taken, 'deliver'])
  })

  it('is cropped where it was framed, and remembered', () => {
    const rect = { x: 15, y: 15, width: 149, height: 74 }
    expect(effect('crop', ...toReading)).toMatchObject({ display: right.id, crop: { rect, turn: 0 } })
    expect(effect('remember', ...toReading).region).toEqual({
      display: right,
      size: { width: 1200, height: 900 },
      rect
    })
  })

  it('waits for Enter when the person wants that', () => {
    const framed = [begin('read-region', {}, { preferences: withEnter }), ...toOverlays.slice(1), ...dragOn(right)]
    expect(play(...framed).state.kind).toBe('selecting')
    expect(play(...framed, { kind: 'confirm' }).state.kind).toBe('cropping')
  })

  it('is not confirmed while there is none', () => {
    expect(play(...toOverlays, { kind: 'confirm' }).state.kind).toBe('selecting')
  })

  it('is framed by keys alone', () => {
    const key: CaptureEvent = { kind: 'selection', event: { kind: 'resize', direction: 'right', stride: 10 } }
    expect(effect('crop', ...toOverlays, key, key, { kind: 'confirm' }).crop.rect).toEqual({
      x: 300,
      y: 225,
      width: 610,
      height: 450
    })
  })

  it('may be the last one, which is shown before it is taken', () => {
    const again = [...toOverlays, { kind: 'last-region' } as const]
    expect(play(...again).state).toMatchObject({ kind: 'selecting', selection: { rect: remembered.rect } })
    expect(effect('crop', ...again, { kind: 'confirm' })).toMatchObject({ display: left.id })
  })

  it('stays as it is when there is no last one to be had', () => {
    const first = begin('read-region', {}, { remembered: undefined })
    expect(namesAfter(first, ...toOverlays.slice(1), { kind: 'last-region' })).toEqual(namesAfter(...toOverlays))
  })

  it('has overlays in the order of the displays, and the keyboard where the cursor is', () => {
    expect(effect('open-overlays', ...toOverlays).displays.map(({ display }) => display.id)).toEqual([
      left.id,
      right.id
    ])
    expect(effect('reveal-overlays', ...toOverlays).focus).toBe(right.id)
  })
})

describe('what needs no overlay', () => {
  const leftOnly = { displays: [left, right], cursor: { x: -500, y: 100 } }

  it.each([
    ['read-again', begin('read-again'), left, remembered.rect],
    ['read-screen', begin('read-screen'), right, { x: 0, y: 0, width: 1200, height: 900 }],
    ['read-screen on another one', begin('read-screen', leftOnly), left, { x: 0, y: 0, width: 1000, height: 500 }],
    ['read-window', begin('read-window'), right, { x: 150, y: 150, width: 300, height: 150 }]
  ])('%s', (_name, event, on, rect) => {
    const events = [event, frozen(on), { kind: 'cropped', picture: 'p' }] as const
    expect(namesAfter(...events)).toEqual(['freeze', 'watch freeze', 'crop', 'forget-frames', 'read'])
    expect(effect('freeze', event).displays).toEqual([on])
    expect(effect('crop', ...events)).toMatchObject({ display: on.id, crop: { rect } })
  })

  it('a region of a display that has changed is shown first', () => {
    const changed = { ...left, scale: 2 }
    const events = [
      begin('read-again', { displays: [changed, right] }),
      frozen(changed),
      frozen(right),
      painted(changed),
      painted(right)
    ]
    expect(effect('draw', ...events).selection).toEqual({
      kind: 'framed',
      display: left.id,
      rect: { x: 20, y: 40, width: 600, height: 80 }
    })
    expect(play(...events, { kind: 'confirm' }).state.kind).toBe('cropping')
  })
})

describe('windows that become known later', () => {
  const asked = { windows: undefined }
  const windows = [{ x: 100, y: 100, width: 200, height: 100 }]
  const found: CaptureEvent = { kind: 'windows', windows }
  const click: CaptureEvent[] = (['press', 'release'] as const).map((kind) => ({
    kind: 'selection',
    event: { kind, display: right.id, point: { x: 150, y: 150 } }
  }))
  const overlays = [frozen(left), frozen(right), painted(left), painted(right)]

  it.each([
    ['after the frame', [frozen(right), found]],
    ['before the frame', [found, frozen(right)]]
  ])('the one under the cursor is read: %s', (_name, events) => {
    const started = begin('read-window', asked)
    expect(play(started, ...events.slice(0, 1)).state.kind).toBe('freezing')
    expect(effect('crop', started, ...events)).toMatchObject({
      display: right.id,
      crop: { rect: { x: 150, y: 150, width: 300, height: 150 } }
    })
  })

  it.each([
    ['none is there', { kind: 'windows', windows: [] }],
    ['they are told too late', { kind: 'overdue', stage: 'freeze' }]
  ] as const)('a capture of a window ends when %s', (_name, event) => {
    expect(namesAfter(begin('read-window', asked), frozen(right), event)).toContain('tell capture-no-window')
  })

  it.each([
    ['while it freezes', [found, ...overlays]],
    ['while overlays paint', [...overlays.slice(0, 3), found, painted(right)]],
    ['while the person frames', [...overlays, found]]
  ])('a click frames one: %s', (_name, events) => {
    const enter = begin('read-region', asked, { preferences: withEnter })
    expect(play(enter, ...events, ...click).state).toMatchObject({
      kind: 'selecting',
      selection: { kind: 'framed', rect: { x: 150, y: 150, width: 300, height: 150 } }
    })
  })

  it('overlays wait for none of it, and those with windows are told', () => {
    expect(namesAfter(begin('read-region', asked), ...overlays)).toEqual(shown)
    expect(effect('offer-windows', begin('read-region', asked), ...overlays, found).display).toBe(right.id)
  })

  it('change nothing once a region is being read', () => {
    expect(play(...toReading, found)).toEqual(play(...toReading))
  })
})

describe('a portal', () => {
  const portal = begin('read-region', { portal: true, windows: [] })
  const chosen = { kind: 'frozen', display: undefined, frame: frame(1000, 500), look: 'picture' } as const

  it('gives one display, and is waited for as long as the person takes', () => {
    expect(namesAfter(portal)).toEqual(['freeze'])
    expect(effect('open-overlays', portal, chosen).displays.map(({ display }) => display.id)).toEqual([left.id])
  })

  it('gives the screen that was chosen in its dialog, wherever the cursor is', () => {
    const screen = begin('read-screen', { portal: true })
    expect(effect('crop', screen, chosen)).toMatchObject({ display: left.id, crop: { rect: { width: 1000 } } })
  })

  it('may give something that is no display', () => {
    expect(namesAfter(portal, { ...chosen, frame: frame(500, 500) })).toContain('tell capture-no-frame')
  })
})

describe('each end has its own message', () => {
  const unplugged: CaptureEvent = { kind: 'displays-changed', displays: [left] }
  const away = begin('read-again', { displays: [right] })

  it.each<[string, CaptureEvent[], string]>([
    ['permission refused', [begin('read-region', { access: 'denied' })], 'capture-permission'],
    ['permission not to be had', [begin('read-screen', { access: 'restricted' })], 'capture-permission'],
    ['no display', [begin('read-region', { displays: [] })], 'capture-no-frame'],
    ['no window', [begin('read-window', { windows: [] })], 'capture-no-window'],
    ['nothing to repeat', [begin('read-again', {}, { remembered: undefined })], 'capture-no-region'],
    ['display of the region gone', [away], 'capture-no-region'],
    [
      'portal cancelled',
      [begin('read-region', { portal: true }), { kind: 'portal-cancelled' }],
      'capture-portal-cancelled'
    ],
    ['no frame', [begin('read-region'), { kind: 'freeze-failed', display: undefined }], 'capture-no-frame'],
    ['no frame in time', [begin('read-region'), { kind: 'overdue', stage: 'freeze' }], 'capture-no-frame'],
    [
      'a frame of another shape',
      [begin('read-screen'), { ...frozen(right), frame: frame(9, 900) } as CaptureEvent],
      'capture-no-frame'
    ],
    ['black on all displays', [begin('read-region'), frozen(left, 'black'), frozen(right, 'flat')], 'capture-blank'],
    [
      'black where it was framed',
      [begin('read-region'), frozen(left, 'black'), frozen(right), painted(left), painted(right), ...dragOn(left)],
      'capture-blank'
    ],
    ['unplugged while freezing', [begin('read-region'), unplugged], 'capture-display-gone'],
    [
      'unplugged before overlays show',
      [begin('read-region'), frozen(left), frozen(right), unplugged],
      'capture-display-gone'
    ],
    ['unplugged while selecting', [...toOverlays, unplugged], 'capture-display-gone'],
    ['no overlay', [...toOverlays.slice(0, 3), { kind: 'overdue', stage: 'paint' }], 'capture-no-overlay'],
    [
      'all overlays died',
      [...toOverlays, { kind: 'overlay-failed', display: 1 }, { kind: 'overlay-failed', display: 2 }],
      'capture-no-overlay'
    ],
    ['not cut out', [...toOverlays, ...dragOn(left), { kind: 'crop-failed', cause: new Error('no') }], 'capture-crop'],
    [
      'not read',
      [...toReading, { kind: 'read-failed', failure: new Failure('engine-timeout', 'It took too long.') }],
      'engine-timeout'
    ],
    [
      'not delivered',
      [...toReading, { kind: 'text', text: '' }, { kind: 'deliver-failed', failure: new Failure('disk', 'Full.') }],
      'disk'
    ],
    ['quitting', [...toOverlays, { kind: 'quit' }], 'capture-quitting'],
    ['quitting while reading', [...toReading, { kind: 'quit' }], 'capture-quitting']
  ])('%s', (_name, events, code) => {
    const played = play(...events)
    expect(played.state.kind).toBe('idle')
    expect(played.effects.map(nameOf).filter((name) => name.startsWith('tell'))).toEqual([`tell ${code}`])
  })
})

describe('what does not end it', () => {
  it.each<[string, CaptureEvent[], string]>([
    [
      'one display without a frame',
      [begin('read-region'), { kind: 'freeze-failed', display: 1 }, frozen(right), painted(right)],
      'selecting'
    ],
    ['one display too late', [begin('read-region'), frozen(right), { kind: 'overdue', stage: 'freeze' }], 'showing'],
    ['one display of one colour', [begin('read-region'), frozen(left, 'flat'), frozen(right)], 'showing'],
    [
      'a display more',
      [...toOverlays, { kind: 'displays-changed', displays: [left, right, { ...left, id: 9 }] }],
      'selecting'
    ],
    [
      'a display unplugged that was not needed',
      [begin('read-screen'), { kind: 'displays-changed', displays: [right] }],
      'freezing'
    ],
    [
      'a display unplugged after all frames are cut',
      [...toReading, { kind: 'displays-changed', displays: [] }],
      'reading'
    ],
    [
      'a watchdog that comes too late',
      [...toOverlays, { kind: 'overdue', stage: 'paint' }, { kind: 'overdue', stage: 'freeze' }],
      'selecting'
    ],
    ['another hotkey meanwhile', [...toOverlays, begin('read-screen')], 'selecting']
  ])('%s', (_name, events, state) => {
    expect(play(...events).state.kind).toBe(state)
  })

  it('an overlay that does not paint is closed, and the others are shown', () => {
    const names = namesAfter(...toOverlays.slice(0, 4), { kind: 'overdue', stage: 'paint' })
    expect(names.slice(4)).toEqual(['close-overlay 2', 'reveal-overlays', 'draw'])
  })

  it('an overlay that dies takes with it what was framed there', () => {
    const events = [begin('read-region', {}, { preferences: withEnter }), ...toOverlays.slice(1), ...dragOn(right)]
    const played = play(...events, { kind: 'overlay-failed', display: right.id })
    expect(played.state).toMatchObject({ kind: 'selecting', selection: { kind: 'none', display: left.id } })
    expect(played.effects.map(nameOf).slice(-2)).toEqual(['close-overlay 2', 'draw'])
  })
})

it('another capture may begin once the screen is free', () => {
  const held = [toOverlays.slice(0, 1), toOverlays.slice(0, 3), toOverlays].map((events) => play(...events).state)
  expect(held.map(holdsScreen)).toEqual([true, true, true])
  const free = [[], toReading, [...toReading, { kind: 'text', text: 'x' } as const]].map(
    (events) => play(...events).state
  )
  expect(free.map(holdsScreen)).toEqual([false, false, false])
})
