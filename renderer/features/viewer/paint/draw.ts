import { type Point, type Transform, toViewport } from '../geometry/transform.ts'
import { seenBox } from '../geometry/zoom.ts'
import type { BoxShape, Drawing, Inks, Shape } from './drawing.ts'

/** In CSS pixels. */
const labelHeight = 18
const labelPadding = 5
/** Labels of more boxes than these would cover the picture: only the lit one has its own. */
const mostLabels = 150
const leastLabelledWidth = 14

/** Paints everything anew: thousands of shapes are a few paths, and nothing of the page is laid out again. */
export function draw(context: CanvasRenderingContext2D, drawing: Drawing, inks: Inks, font: string): void {
  const { density, viewport } = drawing
  context.setTransform(density, 0, 0, density, 0, 0)
  context.clearRect(0, 0, viewport.width, viewport.height)
  fill(context, drawing, drawing.found, inks.found)
  fill(context, drawing, drawing.hits, inks.hit)
  fill(context, drawing, drawing.currentHit, inks.currentHit)
  stroke(context, drawing, drawing.lines, inks.line, 1)
  fill(context, drawing, drawing.selection, inks.selection)
  stroke(context, drawing, drawing.codes, inks.halo, 4)
  stroke(context, drawing, drawing.codes, inks.code, 2)
  if (drawing.lit !== undefined) {
    fill(context, drawing, [drawing.lit], inks.lit)
    stroke(context, drawing, [drawing.lit], inks.halo, 3)
    stroke(context, drawing, [drawing.lit], inks.code, 1.5)
  }
  drawBoxes(context, drawing, inks, font)
  if (drawing.crop !== undefined) drawCrop(context, drawing, inks)
}

function fill(context: CanvasRenderingContext2D, drawing: Drawing, shapes: readonly Shape[], ink: string): void {
  if (!trace(context, drawing, shapes)) return
  context.fillStyle = ink
  context.fill()
}

function stroke(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  shapes: readonly Shape[],
  ink: string,
  width: number
): void {
  if (!trace(context, drawing, shapes)) return
  context.strokeStyle = ink
  context.lineWidth = width
  context.lineJoin = 'round'
  context.stroke()
}

/** One path of all shapes that are in sight. False when there are none. */
function trace(context: CanvasRenderingContext2D, { transform, viewport }: Drawing, shapes: readonly Shape[]): boolean {
  let isAny = false
  context.beginPath()
  for (const shape of shapes) {
    const seen = shape.map((corner) => toViewport(transform, corner))
    if (!isInSight(seen, viewport.width, viewport.height)) continue
    isAny = true
    for (const [index, [x, y]] of seen.entries()) {
      if (index === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
    }
    context.closePath()
  }
  return isAny
}

function isInSight(corners: readonly Point[], width: number, height: number): boolean {
  return (
    corners.some(([x]) => x > 0) &&
    corners.some(([x]) => x < width) &&
    corners.some(([, y]) => y > 0) &&
    corners.some(([, y]) => y < height)
  )
}

function drawBoxes(context: CanvasRenderingContext2D, drawing: Drawing, inks: Inks, font: string): void {
  const seen = drawing.boxes.filter(({ shape }) => {
    const corners = shape.map((corner) => toViewport(drawing.transform, corner))
    return isInSight(corners, drawing.viewport.width, drawing.viewport.height)
  })
  // The lit one comes last: nothing covers it.
  const ordered = seen.toSorted((one, other) => Number(one.isLit) - Number(other.isLit))
  for (const box of ordered) {
    stroke(context, drawing, [box.shape], inks.halo, box.isLit ? 6 : 4)
    stroke(context, drawing, [box.shape], box.colour, box.isLit ? 3 : 2)
    if (!box.isLit) continue
    context.globalAlpha = 0.18
    fill(context, drawing, [box.shape], box.colour)
    context.globalAlpha = 1
  }
  context.font = font
  for (const box of ordered) if (box.isLit || seen.length <= mostLabels) drawLabel(context, drawing.transform, box)
}

/** On the upper edge of its box, inside when there is no room above. */
function drawLabel(
  context: CanvasRenderingContext2D,
  transform: Transform,
  { shape, label, colour, isLit }: BoxShape
): void {
  const corners = shape.map((corner) => toViewport(transform, corner))
  const left = Math.min(...corners.map(([x]) => x))
  const right = Math.max(...corners.map(([x]) => x))
  const top = Math.min(...corners.map(([, y]) => y))
  if (!isLit && right - left < leastLabelledWidth) return
  const text = label.length > 40 ? `${label.slice(0, 39)}…` : label
  const width = context.measureText(text).width + labelPadding * 2
  const y = top >= labelHeight ? top - labelHeight : top
  context.fillStyle = colour
  context.beginPath()
  context.roundRect(left - 1, y, width, labelHeight, 3)
  context.fill()
  context.fillStyle = '#ffffff'
  context.textBaseline = 'middle'
  context.fillText(text, left - 1 + labelPadding, y + labelHeight / 2 + 0.5)
}

function drawCrop(context: CanvasRenderingContext2D, drawing: Drawing, inks: Inks): void {
  const { crop, transform, picture } = drawing
  if (crop === undefined) return
  const whole = seenBox(transform, { x0: 0, y0: 0, x1: picture.width, y1: picture.height })
  const part = seenBox(transform, crop)
  context.fillStyle = inks.shade
  context.beginPath()
  context.rect(whole.x0, whole.y0, whole.x1 - whole.x0, whole.y1 - whole.y0)
  context.rect(part.x0, part.y0, part.x1 - part.x0, part.y1 - part.y0)
  context.fill('evenodd')
  context.strokeStyle = inks.halo
  context.lineWidth = 3
  context.strokeRect(part.x0, part.y0, part.x1 - part.x0, part.y1 - part.y0)
  context.strokeStyle = inks.code
  context.lineWidth = 1.5
  context.strokeRect(part.x0, part.y0, part.x1 - part.x0, part.y1 - part.y0)
}
