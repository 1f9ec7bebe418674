import { assertNever } from '../../failure.ts'
import type { FrozenDisplay } from '../frozen-display.ts'
import { moved, resized, smallestSide } from '../geometry/keyboard.ts'
import { pixelUnder, spanning } from '../geometry/pixels.ts'
import { areEqual, type Point, type Rect, rounded, whole } from '../geometry/rect.ts'
import { windowUnder } from '../geometry/windows.ts'
import type { SelectionEvent } from './event.ts'
import { nothingOn, type Selection } from './selection.ts'

/**
 * What is framed after an event. A region lies on one display: a drag stays on the one where it began. An event that makes no
 * sense, as of a display that is not frozen, changes nothing.
 */
export function nextSelection(
  selection: Selection,
  event: SelectionEvent,
  displays: readonly FrozenDisplay[]
): Selection {
  const id = 'display' in event ? event.display : selection.display
  const on = displays.find(({ display }) => display.id === id)
  if (on === undefined) return selection
  switch (event.kind) {
    case 'press':
      return pressed(on, event.point)
    case 'drag':
      return dragged(selection, on, event.point)
    case 'release':
      return released(selection, on, event.point)
    case 'hover':
      return hovered(selection, on, event.point)
    case 'move':
      return byKey(selection, on, (rect) => moved(rect, event.direction, event.stride, on.size))
    case 'resize':
      return byKey(selection, on, (rect) => resized(rect, event.direction, event.stride, on.size))
    case 'next-window':
      return nextWindow(selection, on)
    case 'next-display':
      return nextDisplay(selection, displays)
    case 'whole-display':
      return selection.kind === 'dragging' ? selection : framed(on, whole(on.size))
    default:
      return assertNever(event, 'a selection event of no known kind')
  }
}

function framed({ display }: FrozenDisplay, rect: Rect): Selection {
  return { kind: 'framed', display: display.id, rect }
}

function pressed(on: FrozenDisplay, point: Point): Selection {
  const anchor = pixelUnder(point, on.display, on.size)
  return { kind: 'dragging', display: on.display.id, anchor, rect: spanning(anchor, anchor) }
}

function dragged(selection: Selection, on: FrozenDisplay, point: Point): Selection {
  if (selection.kind !== 'dragging' || selection.display !== on.display.id) return selection
  return { ...selection, rect: spanning(selection.anchor, pixelUnder(point, on.display, on.size)) }
}

function released(selection: Selection, on: FrozenDisplay, point: Point): Selection {
  const last = dragged(selection, on, point)
  if (last.kind !== 'dragging' || last.display !== on.display.id) return selection
  if (!isTooSmall(last.rect)) return framed(on, last.rect)
  const window = isTouch(last.rect) ? windowUnder(last.anchor, on.windows) : undefined
  return window ? framed(on, window) : nothingOn(on.display.id)
}

/** No more than a click by a hand that is not quite still. */
function isTouch({ width, height }: Rect): boolean {
  return width < smallestSide && height < smallestSide
}

function isTooSmall({ width, height }: Rect): boolean {
  return width < smallestSide || height < smallestSide
}

function hovered(selection: Selection, on: FrozenDisplay, point: Point): Selection {
  if (selection.kind !== 'none') return selection
  const window = windowUnder(pixelUnder(point, on.display, on.size), on.windows)
  return { kind: 'none', display: on.display.id, hovered: window }
}

/** The first key frames something to start from, the next ones change it. */
function byKey(selection: Selection, on: FrozenDisplay, change: (rect: Rect) => Rect): Selection {
  if (selection.kind === 'dragging') return selection
  if (selection.kind === 'none') return framed(on, selection.hovered ?? middleOf(on))
  return framed(on, change(selection.rect))
}

function middleOf({ size: { width, height } }: FrozenDisplay): Rect {
  return rounded({ x: width / 4, y: height / 4, width: width / 2, height: height / 2 })
}

function nextWindow(selection: Selection, on: FrozenDisplay): Selection {
  if (selection.kind === 'dragging' || on.windows.length === 0) return selection
  const current = selection.kind === 'framed' ? selection.rect : undefined
  const index = on.windows.findIndex((window) => current !== undefined && areEqual(window, current))
  const next = on.windows[(index + 1) % on.windows.length]
  return next === undefined ? selection : framed(on, next)
}

function nextDisplay(selection: Selection, displays: readonly FrozenDisplay[]): Selection {
  if (selection.kind === 'dragging') return selection
  const index = displays.findIndex(({ display }) => display.id === selection.display)
  const next = displays[(index + 1) % displays.length]
  return next === undefined || next.display.id === selection.display ? selection : nothingOn(next.display.id)
}
