import { assertNever } from '../../failure.ts'
import { type Display, nominalSize, type Turn } from './display.ts'
import { farCorner, onItsSide, outward, type Rect, type Size } from './rect.ts'

/** The shape of a still picture of one display. */
export interface Frame {
  /** In pixels, as it came. */
  readonly size: Size
  /** Clockwise degrees by which it has to be turned to stand upright. 0 wherever the system turns it itself. */
  readonly turn: Turn
}

/** What has to be cut out of a frame. */
export interface Crop {
  /** In whole pixels of the frame as it came. */
  readonly rect: Rect
  /** Clockwise degrees by which the cut has to be turned afterwards. */
  readonly turn: Turn
}

/** The sides of a frame and its display may differ in proportion by this factor: small frames are rounded, too. */
const shapeTolerance = 1.01

/** Size in pixels of the frame when it stands upright. */
export function uprightSize({ size, turn }: Frame): Size {
  return turn === 90 || turn === 270 ? onItsSide(size) : size
}

/**
 * The pixels that regions of a display are counted in: those of its frame, when this has one for each of the display's;
 * else as many as bounds and scale tell. Bounds are whole DIP, so the true size is less than one DIP away from theirs.
 */
export function pixelSize(display: Display, frame: Frame): Size {
  const upright = uprightSize(frame)
  return isOneToOne(upright, display) ? upright : nominalSize(display)
}

function isOneToOne({ width, height }: Size, { bounds, scale }: Display): boolean {
  return Math.abs(width / scale - bounds.width) < 1 && Math.abs(height / scale - bounds.height) < 1
}

/** Whether a frame can be a picture of the whole display: a wrong cut would be worse than none. */
export function fits(frame: Frame, display: Display): boolean {
  const upright = uprightSize(frame)
  if (upright.width < 1 || upright.height < 1) return false
  if (isOneToOne(upright, display)) return true
  const nominal = nominalSize(display)
  const ratio = (upright.width * nominal.height) / (upright.height * nominal.width)
  return ratio < shapeTolerance && ratio > 1 / shapeTolerance
}

/**
 * The display that a frame of unknown origin shows, as a portal hands it out: the one with as many pixels, else the
 * first of its shape; undefined when it is no picture of a display.
 */
export function displayOf(frame: Frame, displays: readonly Display[]): Display | undefined {
  const upright = uprightSize(frame)
  return displays.find((display) => isOneToOne(upright, display)) ?? displays.find((display) => fits(frame, display))
}

/**
 * Size in DIP at which an overlay paints the upright frame from its top left corner, so that one pixel of the display
 * shows one pixel of the region that is framed on it.
 */
export function paintedSize(display: Display, frame: Frame): Size {
  const { width, height } = pixelSize(display, frame)
  return { width: width / display.scale, height: height / display.scale }
}

/**
 * Where a region lies in the frame. `rect` is in pixels of the display (see `pixelSize`), within it. Each pixel of the frame that
 * is partly in the region is cut out, and no other.
 */
export function cropOf(rect: Rect, display: Display, frame: Frame): Crop {
  const from = pixelSize(display, frame)
  const to = uprightSize(frame)
  const upright = outward({
    x: (rect.x * to.width) / from.width,
    y: (rect.y * to.height) / from.height,
    width: (rect.width * to.width) / from.width,
    height: (rect.height * to.height) / from.height
  })
  return { rect: turnedBack(upright, to, frame.turn), turn: frame.turn }
}

/** A rectangle of the upright frame, in the frame as it came. */
function turnedBack(rect: Rect, { width, height }: Size, turn: Turn): Rect {
  const end = farCorner(rect)
  switch (turn) {
    case 0:
      return rect
    case 90:
      return { x: rect.y, y: width - end.x, width: rect.height, height: rect.width }
    case 180:
      return { x: width - end.x, y: height - end.y, width: rect.width, height: rect.height }
    case 270:
      return { x: height - end.y, y: rect.x, width: rect.height, height: rect.width }
    default:
      return assertNever(turn, 'a turn of no known degrees')
  }
}
