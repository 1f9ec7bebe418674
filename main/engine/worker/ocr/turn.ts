import type { Point, Quad } from '../../protocol/geometry.ts'
import type { Reading, ReadLine } from '../../protocol/reading.ts'
import type { Pixels } from '../imaging/pixels.ts'

export type Turn = Reading['turn']

/** The picture after clockwise quarter turns. */
export function turnPixels({ data, width, height }: Pixels, turn: Turn): Pixels {
  if (turn === 0) return { data, width, height }
  const sideways = turn !== 180
  const target = {
    data: new Uint8Array(data.length),
    width: sideways ? height : width,
    height: sideways ? width : height
  }
  const [right, down] = stepsOf(turn, target.width)
  let source = 0
  let rowStart = startOf(turn, target.width, target.height)
  for (let y = 0; y < height; y++, rowStart += down) {
    for (let x = 0, at = rowStart; x < width; x++, at += right, source += 3) {
      target.data[at * 3] = data[source] as number
      target.data[at * 3 + 1] = data[source + 1] as number
      target.data[at * 3 + 2] = data[source + 2] as number
    }
  }
  return target
}

/** Index steps in the turned picture for one pixel to the right and one down in the original. */
function stepsOf(turn: Turn, width: number): [right: number, down: number] {
  if (turn === 90) return [width, -1]
  if (turn === 180) return [-1, -width]
  return [-width, 1]
}

function startOf(turn: Turn, width: number, height: number): number {
  if (turn === 90) return width - 1
  if (turn === 180) return width * height - 1
  return width * (height - 1)
}

/** A line found in the turned picture, in the pixels of the original, `width` by `height`. */
export function turnBack(line: ReadLine, turn: Turn, width: number, height: number): ReadLine {
  if (turn === 0) return line
  const back = ([x, y]: Point): Point => {
    if (turn === 90) return [y, height - x]
    if (turn === 180) return [width - x, height - y]
    return [width - y, x]
  }
  return { ...line, quad: line.quad.map(back) as Quad }
}
