import type { Transform } from './geometry/transform.ts'
import type { Stage } from './stage.ts'

const milliseconds = 180

const running = new WeakMap<Stage, number>()

/** Glides to a place; jumps there where motion is not wanted. Whatever moves the picture meanwhile wins. */
export function glideTo(stage: Stage, target: Transform): void {
  stopGliding(stage)
  const from = stage.getState().transform
  const isStill =
    document.documentElement.dataset['motion'] === 'reduced' ||
    window.matchMedia('(prefers-reduced-motion: reduce)').matches
  if (isStill || from.turn !== target.turn) return stage.setState({ transform: target })
  const begun = performance.now()
  const step = (now: number): void => {
    const part = Math.min(1, Math.max(0, (now - begun) / milliseconds))
    stage.setState({ transform: between(from, target, 1 - (1 - part) ** 3) })
    if (part < 1) running.set(stage, requestAnimationFrame(step))
  }
  running.set(stage, requestAnimationFrame(step))
}

export function stopGliding(stage: Stage): void {
  cancelAnimationFrame(running.get(stage) ?? 0)
}

/** The scale in equal ratios; the place with it, so that what both have in sight does not swing. */
function between(from: Transform, to: Transform, part: number): Transform {
  if (part >= 1) return to
  const scale = from.scale * (to.scale / from.scale) ** part
  const moved = from.scale === to.scale ? part : (scale - from.scale) / (to.scale - from.scale)
  return { turn: to.turn, scale, x: from.x + (to.x - from.x) * moved, y: from.y + (to.y - from.y) * moved }
}
