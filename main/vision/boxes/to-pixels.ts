import type { Box } from '../../engine/protocol/geometry.ts'
import type { Size, View } from '../../engine/protocol/view.ts'
import { assertNever } from '../../failure.ts'
import type { BoxSpace, ParseContext } from '../../tasks/task.ts'

type Numbers = Parameters<ParseContext['toPixels']>[0]

/**
 * The way back from a model's numbers to pixels of the upright original, for one view of it. `seen` is the canvas as the
 * model sees it: as it was encoded, then scaled by the provider. What lies outside of the view is clamped to it.
 */
export function toPixels(view: View, seen: Size, space: BoxSpace): ParseContext['toPixels'] {
  return (numbers) => {
    if (!numbers.every(Number.isFinite)) return undefined
    const { x0, y0, x1, y1 } = onCanvas(numbers, seen, space)
    const { crop, content, canvas } = view
    const width = ((crop.x1 - crop.x0) * canvas.width) / content.width
    const height = ((crop.y1 - crop.y0) * canvas.height) / content.height
    const [left, right] = between(crop.x0 + x0 * width, crop.x0 + x1 * width, crop.x0, crop.x1)
    const [top, bottom] = between(crop.y0 + y0 * height, crop.y0 + y1 * height, crop.y0, crop.y1)
    return right > left && bottom > top ? { x0: left, y0: top, x1: right, y1: bottom } : undefined
  }
}

/** The corners as fractions of the canvas. */
function onCanvas([first, second, third, fourth]: Numbers, { width, height }: Size, space: BoxSpace): Box {
  switch (space) {
    case 'thousand':
      return { x0: first / 1000, y0: second / 1000, x1: third / 1000, y1: fourth / 1000 }
    case 'thousand-y-first':
      return { x0: second / 1000, y0: first / 1000, x1: fourth / 1000, y1: third / 1000 }
    case 'pixels':
      return { x0: first / width, y0: second / height, x1: third / width, y1: fourth / height }
    case 'unit':
      return { x0: first, y0: second, x1: third, y1: fourth }
    default:
      return assertNever(space, 'a space of boxes that is not known')
  }
}

/** Two ends in ascending order, clamped, in hundredths of a pixel: more is noise of the calculation. */
function between(one: number, other: number, least: number, most: number): [number, number] {
  const place = (value: number): number => Math.round(Math.min(Math.max(value, least), most) * 100) / 100
  return [place(Math.min(one, other)), place(Math.max(one, other))]
}
