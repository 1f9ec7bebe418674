import type { LineOnPage } from '../../../../renderer/features/viewer/text/page.ts'

/** A line of letters of one width, `size` high, that begins at a place and runs by an angle (clockwise, in degrees). */
export function lineOf(
  text: string,
  x: number,
  y: number,
  options: { size?: number; angle?: number } = {}
): LineOnPage {
  const { size = 20, angle = 0 } = options
  const characters = Array.from(text)
  const length = characters.length * size * 0.5
  const turn = (dx: number, dy: number): [number, number] => {
    const radians = (angle * Math.PI) / 180
    return [x + dx * Math.cos(radians) - dy * Math.sin(radians), y + dx * Math.sin(radians) + dy * Math.cos(radians)]
  }
  return {
    text,
    quad: [turn(0, 0), turn(length, 0), turn(length, size), turn(0, size)],
    positions: characters.map((_, index) => (index + 0.5) / characters.length),
    vertical: false
  }
}

/** A column of Chinese: characters below each other. */
export function columnOf(text: string, x: number, y: number, size = 20): LineOnPage {
  const characters = Array.from(text)
  const length = characters.length * size
  return {
    text,
    quad: [
      [x, y],
      [x + size, y],
      [x + size, y + length],
      [x, y + length]
    ],
    positions: characters.map((_, index) => (index + 0.5) / characters.length),
    vertical: true
  }
}
