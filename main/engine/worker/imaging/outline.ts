import { boundsOf, type Point, type Quad } from '../../protocol/geometry.ts'
import type { Pixels } from './pixels.ts'

/** A red that stands out from paper and from dark themes; the white halo parts it from red grounds. */
const ink = [230, 0, 60] as const
const halo = [255, 255, 255] as const
/** Pixels of halo on each side of the stroke. */
const haloWidth = 1

/**
 * Draws the four edges of a quad into `data`, `stroke` pixels wide, with soft borders. What lies outside the picture
 * is left out, and a quad without finite corners is not drawn.
 */
export function outline(picture: Pixels, quad: Quad, stroke: number): void {
  if (!quad.flat().every(Number.isFinite)) return
  drawEdges(picture, quad, stroke / 2 + haloWidth, halo)
  drawEdges(picture, quad, stroke / 2, ink)
}

type Colour = readonly [number, number, number]

function drawEdges(picture: Pixels, quad: Quad, radius: number, colour: Colour): void {
  quad.forEach((corner, index) => drawEdge(picture, corner, quad[(index + 1) % 4] ?? corner, radius, colour))
}

/** Colours each pixel by how much of it lies within `radius` of the segment. */
function drawEdge(picture: Pixels, from: Point, to: Point, radius: number, colour: Colour): void {
  const bounds = boundsOf([from, to, from, to])
  const top = Math.max(0, Math.floor(bounds.y0 - radius - 1))
  const bottom = Math.min(picture.height - 1, Math.ceil(bounds.y1 + radius + 1))
  for (let y = top; y <= bottom; y += 1) {
    const [left, right] = reachInRow(from, to, y + 0.5, radius + 1)
    const last = Math.min(picture.width - 1, Math.ceil(right))
    for (let x = Math.max(0, Math.floor(left)); x <= last; x += 1) {
      const cover = Math.min(1, radius + 0.5 - distance(from, to, x + 0.5, y + 0.5))
      if (cover > 0) blend(picture.data, (y * picture.width + x) * 3, colour, cover)
    }
  }
}

/** Where a row meets the band of `reach` around a segment, so that slanted edges do not cost their whole bounds. */
function reachInRow(from: Point, to: Point, y: number, reach: number): [number, number] {
  const [x0, y0] = from
  const [x1, y1] = to
  const rise = y1 - y0
  if (Math.abs(rise) < 1) return [Math.min(x0, x1) - reach, Math.max(x0, x1) + reach]
  const at = (row: number): number => x0 + (x1 - x0) * Math.min(1, Math.max(0, (row - y0) / rise))
  const ends = [at(y - reach), at(y + reach)]
  return [Math.min(...ends) - reach, Math.max(...ends) + reach]
}

function distance(from: Point, to: Point, x: number, y: number): number {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / length))
  return Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy)
}

function blend(data: Uint8Array, offset: number, colour: Colour, cover: number): void {
  for (let plane = 0; plane < 3; plane += 1) {
    const under = data[offset + plane] ?? 0
    data[offset + plane] = Math.round(under + ((colour[plane] ?? 0) - under) * cover)
  }
}
