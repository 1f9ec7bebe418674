import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frozenDisplay } from '../../../../main/capture/frozen-display.ts'
import { intersection, whole } from '../../../../main/capture/geometry/rect.ts'
import type { SelectionEvent } from '../../../../main/capture/selection/event.ts'
import { nextSelection } from '../../../../main/capture/selection/next.ts'
import { looksSame, nothingOn, regionOf, type Selection } from '../../../../main/capture/selection/selection.ts'
import { display, fullFrame } from '../screens.ts'
import { selectionEvent } from './events.ts'

const left = display({ id: 1, bounds: { x: -1000, y: 0, width: 1000, height: 500 } })
const right = display({ id: 2, bounds: { x: 0, y: 0, width: 800, height: 600 }, scale: 1.5 })
const windows = [
  { x: 100, y: 100, width: 200, height: 100 },
  { x: 0, y: 0, width: 800, height: 600 }
]
const displays = [left, right].map((on) => frozenDisplay(on, fullFrame(on), 'picture', windows))

function after(...events: SelectionEvent[]): Selection {
  return events.reduce((selection, event) => nextSelection(selection, event, displays), nothingOn(2))
}

const at = (kind: 'press' | 'drag' | 'release' | 'hover', x: number, y: number, on = 2): SelectionEvent => ({
  kind,
  display: on,
  point: { x, y }
})
const front = { x: 150, y: 150, width: 300, height: 150 }
const back = { x: 0, y: 0, width: 1200, height: 900 }

describe('the pointer', () => {
  it.each<[string, SelectionEvent[], Selection]>([
    [
      'frames both pixels of a drag and what is between',
      [at('press', 10, 20), at('drag', 30, 40), at('release', 39.9, 50)],
      { kind: 'framed', display: 2, rect: { x: 15, y: 30, width: 45, height: 46 } }
    ],
    [
      'backwards just the same',
      [at('press', 39.9, 50), at('release', 10, 20)],
      { kind: 'framed', display: 2, rect: { x: 15, y: 30, width: 45, height: 46 } }
    ],
    [
      'stays on the display where it was pressed',
      [at('press', 10, 20, 1), at('drag', 30, 40, 2), at('release', 5000, 5000, 1)],
      { kind: 'framed', display: 1, rect: { x: 10, y: 20, width: 990, height: 480 } }
    ],
    [
      'is still dragging when it is released on another display',
      [at('press', 10, 20, 1), at('release', 30, 40, 2)],
      { kind: 'dragging', display: 1, anchor: { x: 10, y: 20 }, rect: { x: 10, y: 20, width: 1, height: 1 } }
    ],
    ['frames the front window by a click', [at('press', 150, 150), at('release', 151, 150)], framed(front)],
    ['frames the window behind where that is seen', [at('press', 10, 10), at('release', 10, 10)], framed(back)],
    ['frames nothing by a click beside all windows', [at('press', 10, 10, 1), at('release', 10, 10, 1)], nothingOn(1)],
    ['frames nothing by a line', [at('press', 10, 10), at('release', 300, 11)], nothingOn(2)],
    [
      'names the window that a click would frame',
      [at('hover', 150, 150)],
      { kind: 'none', display: 2, hovered: front }
    ],
    [
      'does not name windows while something is framed',
      [{ kind: 'whole-display' }, at('hover', 150, 150)],
      framed(back)
    ],
    ['is not heard from a display that is not frozen', [at('press', 1, 1, 99)], nothingOn(2)],
    ['does not end a drag that never began', [at('release', 300, 300)], nothingOn(2)]
  ])('%s', (_name, events, expected) => {
    expect(after(...events)).toEqual(expected)
  })
})

describe('keys', () => {
  const right10: SelectionEvent = { kind: 'move', direction: 'right', stride: 10 }
  const taller: SelectionEvent = { kind: 'resize', direction: 'down', stride: 'edge' }

  it.each<[string, SelectionEvent[], Selection]>([
    ['begin with the middle of the display', [right10], framed({ x: 300, y: 225, width: 600, height: 450 })],
    ['begin with the window under the pointer', [at('hover', 150, 150), taller], framed(front)],
    ['move', [right10, right10], framed({ x: 310, y: 225, width: 600, height: 450 })],
    ['resize', [right10, taller], framed({ x: 300, y: 225, width: 600, height: 675 })],
    ['go through the windows', [{ kind: 'next-window' }], framed(front)],
    ['and around', [{ kind: 'next-window' }, { kind: 'next-window' }, { kind: 'next-window' }], framed(front)],
    ['find no window on a display without', [{ kind: 'next-display' }, { kind: 'next-window' }], nothingOn(1)],
    ['go to the next display', [right10, { kind: 'next-display' }], nothingOn(1)],
    ['frame the whole display', [{ kind: 'whole-display' }], framed(back)],
    [
      'do nothing while a button is held',
      [
        at('press', 10, 10),
        right10,
        taller,
        { kind: 'next-window' },
        { kind: 'next-display' },
        { kind: 'whole-display' }
      ],
      { kind: 'dragging', display: 2, anchor: { x: 15, y: 15 }, rect: { x: 15, y: 15, width: 1, height: 1 } }
    ]
  ])('%s', (_name, events, expected) => {
    expect(after(...events)).toEqual(expected)
  })
})

function framed(rect: typeof front): Selection {
  return { kind: 'framed', display: 2, rect }
}

describe('regionOf', () => {
  it.each<[string, SelectionEvent[], object | undefined]>([
    ['what is framed', [{ kind: 'whole-display' }], { display: 2, rect: back }],
    ['the window under the pointer', [at('hover', 150, 150)], { display: 2, rect: front }],
    ['nothing while a button is held', [at('press', 10, 10), at('drag', 100, 100)], undefined],
    ['nothing at first', [], undefined]
  ])('%s', (_name, events, expected) => {
    expect(regionOf(after(...events))).toEqual(expected)
  })
})

it('whatever is done, what is framed are whole pixels of one display', () => {
  fc.assert(
    fc.property(fc.array(selectionEvent([1, 2, 99]), { maxLength: 40 }), (events) => {
      events.reduce((before, event) => {
        const selection = nextSelection(before, event, displays)
        const on = displays.find((candidate) => candidate.display.id === selection.display)
        if (on === undefined) throw new Error('a selection is on a display that there is')
        const rect = selection.kind === 'none' ? (selection.hovered ?? whole(on.size)) : selection.rect
        expect(intersection(rect, whole(on.size))).toEqual(rect)
        expect(rect.width >= 1 && rect.height >= 1).toBe(true)
        expect(Object.values(rect).every(Number.isInteger)).toBe(true)
        expect(looksSame(selection, selection)).toBe(true)
        return selection
      }, nothingOn(2))
    })
  )
})
