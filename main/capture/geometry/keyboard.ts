import { assertNever } from '../../failure.ts'
import { clamp, type Rect, type Size } from './rect.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** Pixels of the display, or all the way. */
export type Stride = 1 | 10 | 'edge'

/** Fewest pixels a side of a region has: nothing smaller can hold a letter. */
export const smallestSide = 4

/** The region moved as a whole, no further than the edges of the display. All in pixels. */
export function moved(rect: Rect, direction: Direction, stride: Stride, size: Size): Rect {
  const sign = signOf(direction)
  if (isSideways(direction)) {
    const by = stride === 'edge' ? size.width : stride
    return { ...rect, x: clamp(rect.x + sign * by, 0, size.width - rect.width) }
  }
  const by = stride === 'edge' ? size.height : stride
  return { ...rect, y: clamp(rect.y + sign * by, 0, size.height - rect.height) }
}

/**
 * The region with one side moved. By steps it is the right or lower side, which grows right and down and shrinks left and up;
 * with `edge` it is the side that looks in the direction, which goes to the edge of the display. All in pixels.
 */
export function resized(rect: Rect, direction: Direction, stride: Stride, size: Size): Rect {
  if (stride === 'edge') return stretched(rect, direction, size)
  const by = signOf(direction) * stride
  if (isSideways(direction)) return { ...rect, width: clamp(rect.width + by, smallestSide, size.width - rect.x) }
  return { ...rect, height: clamp(rect.height + by, smallestSide, size.height - rect.y) }
}

function stretched(rect: Rect, direction: Direction, size: Size): Rect {
  switch (direction) {
    case 'left':
      return { ...rect, x: 0, width: rect.x + rect.width }
    case 'right':
      return { ...rect, width: size.width - rect.x }
    case 'up':
      return { ...rect, y: 0, height: rect.y + rect.height }
    case 'down':
      return { ...rect, height: size.height - rect.y }
    default:
      return assertNever(direction, 'a direction of no known name')
  }
}

function signOf(direction: Direction): 1 | -1 {
  return direction === 'right' || direction === 'down' ? 1 : -1
}

function isSideways(direction: Direction): boolean {
  return direction === 'left' || direction === 'right'
}
