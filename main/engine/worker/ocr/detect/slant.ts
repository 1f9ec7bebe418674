import type { Strip } from '../strip.ts'
import type { Component, Run } from './components.ts'

/** Below this many pixels of drift over its length a line counts as level: the kernel's edge is no finer. */
const levelDrift = 2

/** Only pieces this many times as long as thick tell a direction of their own. */
const tellingAspect = 3
/** On level pages, in radians: what counts as level, what as a slight tilt, and how long a slightly tilted piece must be. */
const levelAngle = Math.PI / 180
const slightAngle = Math.PI / 12
const plainlyTellingAspect = 8

/** Taller than this many times its width, a level piece is taken for a line that runs downwards. */
const tallAspect = 1.5

/** The upright rectangle of a component; a tall one becomes a strip that runs straight down. */
export function uprightStrip({ x0, y0, x1, y1, score }: Component): Strip {
  const width = x1 - x0
  const height = y1 - y0
  const middle = { x: x0 + width / 2, y: y0 + height / 2, score }
  return height > width * tallAspect
    ? { ...middle, length: height, thickness: width, angle: Math.PI / 2 }
    : { ...middle, length: width, thickness: height, angle: 0 }
}

/**
 * Main direction of a component in radians and how clearly it has one (ratio of its extents), from the second
 * moments of its runs.
 */
export function directionOf({ runs, area }: Component): { angle: number; aspect: number } {
  let sx = 0
  let sy = 0
  for (const { x0, x1, y } of runs) {
    const n = x1 - x0
    sx += (n * (x0 + x1 - 1)) / 2
    sy += n * y
  }
  const mx = sx / area
  const my = sy / area
  let xx = 0
  let yy = 0
  let xy = 0
  for (const { x0, x1, y } of runs) {
    const n = x1 - x0
    const dx = (x0 + x1 - 1) / 2 - mx
    const dy = y - my
    xx += n * (dx * dx + (n * n - 1) / 12)
    yy += n * dy * dy
    xy += n * dx * dy
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const spread = Math.hypot(xx - yy, 2 * xy)
  return { angle, aspect: Math.sqrt((xx + yy + spread) / Math.max(1e-6, xx + yy - spread)) }
}

/** The smallest rectangle at `angle` around a component, in the map's pixels. */
export function stripAt(component: Component, angle: number): Strip {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  let alongFrom = Number.POSITIVE_INFINITY
  let alongTo = Number.NEGATIVE_INFINITY
  let acrossFrom = Number.POSITIVE_INFINITY
  let acrossTo = Number.NEGATIVE_INFINITY
  for (const run of component.runs) {
    for (const [x, y] of cornersOf(run)) {
      const along = x * cos + y * sin
      const across = y * cos - x * sin
      alongFrom = Math.min(alongFrom, along)
      alongTo = Math.max(alongTo, along)
      acrossFrom = Math.min(acrossFrom, across)
      acrossTo = Math.max(acrossTo, across)
    }
  }
  const along = (alongFrom + alongTo) / 2
  const across = (acrossFrom + acrossTo) / 2
  return {
    x: along * cos - across * sin,
    y: along * sin + across * cos,
    length: alongTo - alongFrom,
    thickness: acrossTo - acrossFrom,
    angle,
    score: component.score
  }
}

function cornersOf({ x0, x1, y }: Run): [number, number][] {
  return [
    [x0, y],
    [x1, y],
    [x0, y + 1],
    [x1, y + 1]
  ]
}

/**
 * Strips of all components: slanted ones follow their own direction, short ones the direction that most of the
 * text in the picture shares, level ones stay exactly upright.
 */
export function stripsOf(components: readonly Component[]): Strip[] {
  const directions = components.map(directionOf)
  const common = commonAngle(components, directions)
  return components.map((component, index) => {
    const { angle, aspect } = directions[index] as { angle: number; aspect: number }
    const own = aspect >= aspectToTell(angle, common) ? angle : common
    const steep = Math.abs(own) > Math.PI / 4
    const tilt = steep ? Math.PI / 2 - Math.abs(own) : Math.abs(own)
    const length = Math.max(component.x1 - component.x0, component.y1 - component.y0)
    if (length * Math.sin(tilt) < levelDrift) return uprightStrip(component)
    return stripAt(component, own)
  })
}

/** How long a piece must be for its direction to count. An icon that hangs on a word of a level page tilts the piece. */
function aspectToTell(angle: number, common: number): number {
  const slight = Math.abs(angle) < slightAngle
  return Math.abs(common) < levelAngle && slight ? plainlyTellingAspect : tellingAspect
}

/** The median direction of telling components, weighted by length; 0 when they do not agree within 3 degrees. */
function commonAngle(
  components: readonly Component[],
  directions: readonly { angle: number; aspect: number }[]
): number {
  const telling = components.flatMap((component, index) => {
    const { angle, aspect } = directions[index] as { angle: number; aspect: number }
    return aspect >= tellingAspect && Math.abs(angle) < Math.PI / 4
      ? [{ angle, weight: component.x1 - component.x0 }]
      : []
  })
  telling.sort((a, b) => a.angle - b.angle)
  const total = telling.reduce((sum, { weight }) => sum + weight, 0)
  let seen = 0
  const median = telling.find(({ weight }) => (seen += weight) >= total / 2)?.angle ?? 0
  const near = telling.filter(({ angle }) => Math.abs(angle - median) < Math.PI / 60)
  return near.reduce((sum, { weight }) => sum + weight, 0) > total * 0.6 ? median : 0
}
