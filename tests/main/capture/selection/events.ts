import fc from 'fast-check'
import type { SelectionEvent } from '../../../../main/capture/selection/event.ts'

const coordinate = fc.oneof(fc.integer({ min: -50, max: 1100 }), fc.double({ min: -50, max: 1100, noNaN: true }))

/** Anything that can be done on overlays of these displays; points also lie outside. */
export function selectionEvent(displays: readonly number[]): fc.Arbitrary<SelectionEvent> {
  const pointer = fc.record({
    kind: fc.constantFrom('press', 'drag', 'release', 'hover'),
    display: fc.constantFrom(...displays),
    point: fc.record({ x: coordinate, y: coordinate })
  })
  const key = fc.record({
    kind: fc.constantFrom('move', 'resize'),
    direction: fc.constantFrom('left', 'right', 'up', 'down'),
    stride: fc.constantFrom(1 as const, 10 as const, 'edge' as const)
  })
  const other = fc.constantFrom('next-window', 'next-display', 'whole-display').map((kind) => ({ kind }))
  const kinds: readonly { weight: number; arbitrary: fc.Arbitrary<SelectionEvent> }[] = [
    { weight: 4, arbitrary: pointer },
    { weight: 2, arbitrary: key },
    { weight: 1, arbitrary: other }
  ]
  return fc.oneof(...kinds)
}
