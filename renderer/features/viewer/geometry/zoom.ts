import {
  addTurns,
  type Point,
  type Size,
  type Transform,
  type Turn,
  toPicture,
  toViewport,
  turned
} from './transform.ts'

/** Room around a picture that is fitted, in CSS pixels. */
const margin = 24
/** So much of the picture always stays in sight, in CSS pixels. */
const leastVisible = 48
/** CSS pixels for one pixel of the picture: every pixel is a square that a finger could hit. */
const mostScale = 48

/** Where the picture is looked at. */
export interface Scene {
  readonly picture: Size
  readonly viewport: Size
  /** Device pixels for one CSS pixel. */
  readonly density: number
}

/** Scale at which one pixel of the picture is one of the screen. */
export function actualScale({ density }: Scene): number {
  return 1 / density
}

/** Scale at which the whole picture is in sight; a small one is not made larger than it was. */
export function fitScale(scene: Scene, turn: Turn): number {
  const { width, height } = turned(scene.picture, turn)
  return Math.min(actualScale(scene), roomIn(scene.viewport.width) / width, roomIn(scene.viewport.height) / height)
}

function roomIn(length: number): number {
  return Math.max(1, length - margin * 2)
}

/** The whole picture, in the middle. */
export function fit(scene: Scene, turn: Turn): Transform {
  return centre(scene, { scale: fitScale(scene, turn), turn }, middleOf(scene.picture))
}

/** Puts a point of the picture into the middle of the viewport. */
export function centre(scene: Scene, { scale, turn }: Pick<Transform, 'scale' | 'turn'>, at: Point): Transform {
  const [x, y] = toViewport({ scale, turn, x: 0, y: 0 }, at)
  const [middleX, middleY] = middleOf(scene.viewport)
  return keepInSight(scene, { scale, turn, x: middleX - x, y: middleY - y })
}

/** Multiplies the scale, within limits; the point of the picture under `about` (in the viewport) stays where it is. */
export function zoomAbout(scene: Scene, transform: Transform, about: Point, factor: number): Transform {
  const least = Math.min(fitScale(scene, transform.turn), actualScale(scene)) / 4
  const scale = Math.min(mostScale, Math.max(least, transform.scale * factor))
  const [px, py] = toPicture(transform, about)
  const [x, y] = toViewport({ scale, turn: transform.turn, x: 0, y: 0 }, [px, py])
  return keepInSight(scene, { scale, turn: transform.turn, x: about[0] - x, y: about[1] - y })
}

/** Moves the picture by CSS pixels. */
export function pan(scene: Scene, transform: Transform, dx: number, dy: number): Transform {
  return keepInSight(scene, { ...transform, x: transform.x + dx, y: transform.y + dy })
}

/** Turns the picture about the middle of the viewport; what was fitted is fitted again. */
export function rotate(scene: Scene, transform: Transform, by: Turn): Transform {
  const turn = addTurns(transform.turn, by)
  if (isFitted(scene, transform)) return fit(scene, turn)
  return centre(scene, { scale: transform.scale, turn }, toPicture(transform, middleOf(scene.viewport)))
}

/** Whether the whole picture is shown as `fit` would. */
export function isFitted(scene: Scene, transform: Transform): boolean {
  return Math.abs(transform.scale / fitScale(scene, transform.turn) - 1) < 0.001
}

/** Where the corners of an upright rectangle of the picture come to lie in the viewport. */
export function seenBox(
  transform: Transform,
  { x0, y0, x1, y1 }: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
) {
  const [ax, ay] = toViewport(transform, [x0, y0])
  const [bx, by] = toViewport(transform, [x1, y1])
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) }
}

/** Height in CSS pixels below which nobody reads what is shown, and to which it is then brought. */
const legible = { least: 9, wished: 22 }

/**
 * Brings a rectangle of the picture into sight, as little as that takes; what is too small to be read is made larger. `size`
 * is that of its letters in pixels of the picture, by default the smaller side.
 */
export function reveal(
  scene: Scene,
  transform: Transform,
  box: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number },
  size = Math.min(box.x1 - box.x0, box.y1 - box.y0)
): Transform {
  const seen = seenBox(transform, box)
  const smaller = Math.max(0.01, size * transform.scale)
  const { width, height } = scene.viewport
  const fits = (factor: number): boolean =>
    (seen.x1 - seen.x0) * factor < width - margin * 2 && (seen.y1 - seen.y0) * factor < height - margin * 2
  const isInside =
    seen.x0 >= margin / 2 && seen.y0 >= margin / 2 && seen.x1 <= width - margin / 2 && seen.y1 <= height - margin / 2
  const larger = legible.wished / smaller
  const factor = smaller < legible.least && fits(larger) ? larger : 1
  if (isInside && factor === 1) return transform
  const room = Math.min(
    1,
    (width - margin * 2) / ((seen.x1 - seen.x0) * factor),
    (height - margin * 2) / ((seen.y1 - seen.y0) * factor)
  )
  const scale = Math.min(mostScale, transform.scale * factor * Math.max(room, 0.01))
  return centre(scene, { scale, turn: transform.turn }, [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2])
}

function keepInSight(scene: Scene, transform: Transform): Transform {
  const { width, height } = scene.picture
  const seen = seenBox(transform, { x0: 0, y0: 0, x1: width, y1: height })
  return {
    ...transform,
    x: transform.x + correction(seen.x0, seen.x1, scene.viewport.width),
    y: transform.y + correction(seen.y0, seen.y1, scene.viewport.height)
  }
}

/** How far a stretch has to be moved so that enough of it lies within 0 and `length`. */
function correction(start: number, end: number, length: number): number {
  const least = Math.min(leastVisible, end - start, length)
  if (end < least) return least - end
  if (start > length - least) return length - least - start
  return 0
}

function middleOf({ width, height }: Size): Point {
  return [width / 2, height / 2]
}
