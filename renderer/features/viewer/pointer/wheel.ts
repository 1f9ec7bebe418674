import type { Point } from '../geometry/transform.ts'
import { pan, zoomAbout } from '../geometry/zoom.ts'
import type { Stage } from '../stage.ts'

/** CSS pixels for a line, in browsers that count the wheel in lines. */
const linePixels = 33

type Roll = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'shiftKey'>

/** Zooms about the pointer; sideways, or with Shift, it moves the picture. */
export function roll(stage: Stage, event: Roll, place: Point): void {
  const { scene, transform } = stage.getState()
  const unit = event.deltaMode === 1 ? linePixels : 1
  const [dx, dy] = [event.deltaX * unit, event.deltaY * unit]
  // Fingers on a pad that pinch arrive as a wheel with Control held, in small steps.
  const speed = event.ctrlKey && Math.abs(dy) < 50 ? 0.01 : 0.0018
  if (event.shiftKey && dx === 0) stage.setState({ transform: pan(scene, transform, -dy, 0) })
  else if (Math.abs(dx) > Math.abs(dy)) stage.setState({ transform: pan(scene, transform, -dx, -dy) })
  else stage.setState({ transform: zoomAbout(scene, transform, place, Math.exp(-dy * speed)) })
}
