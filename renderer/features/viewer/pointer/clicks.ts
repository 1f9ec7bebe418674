import type { Point } from '../geometry/transform.ts'

/** Clicks that follow each other within so many milliseconds and CSS pixels count together. */
const together = { time: 500, distance: 5 }

/** Counts clicks on one place: pointer events do not tell how many it is. */
export function createClickCounter(): (time: number, at: Point) => number {
  let count = 0
  let last = { time: -Infinity, at: [0, 0] as Point }
  return (time, at) => {
    const isNear = Math.hypot(at[0] - last.at[0], at[1] - last.at[1]) < together.distance
    count = isNear && time - last.time < together.time ? count + 1 : 1
    last = { time, at }
    return count
  }
}
