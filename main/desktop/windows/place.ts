/** An upright rectangle in DIP. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a window was when it was closed. */
export interface WindowState extends Bounds {
  readonly isMaximized: boolean
}

/** In which the app's rooms still have room, in DIP. */
export const smallest = { width: 720, height: 520 }
const usual = { width: 1180, height: 780 }

/** So much of the title bar has to be seen that a hand can take it, in DIP. */
const handle = { width: 120, height: 32 }

/**
 * Where to open a window: where it was, when it can be seen and moved there, else in the middle of the primary display.
 * `displays` are the work areas, the primary first; there is at least one.
 */
export function placeWindow(former: WindowState | undefined, displays: readonly Bounds[]): WindowState {
  const [primary] = displays
  if (primary === undefined) return { x: 0, y: 0, ...usual, isMaximized: false }
  const home = former && displays.find((display) => canBeMoved({ ...former, ...sizeOn(display, former) }, display))
  if (former !== undefined && home !== undefined) return { ...former, ...sizeOn(home, former) }
  const { width, height } = sizeOn(primary, former)
  return {
    x: Math.round(primary.x + (primary.width - width) / 2),
    y: Math.round(primary.y + (primary.height - height) / 2),
    width,
    height,
    isMaximized: former?.isMaximized ?? false
  }
}

/** On a display smaller than the smallest window, the display wins. */
function sizeOn(display: Bounds, { width, height }: Pick<Bounds, 'width' | 'height'> = usual) {
  return {
    width: clamp(width, smallest.width, display.width),
    height: clamp(height, smallest.height, display.height)
  }
}

/** Whether enough of the upper edge lies on a display. */
function canBeMoved(window: Bounds, display: Bounds): boolean {
  const left = Math.max(window.x, display.x)
  const right = Math.min(window.x + window.width, display.x + display.width)
  const isAtTop = window.y >= display.y && window.y + handle.height <= display.y + display.height
  return right - left >= handle.width && isAtTop
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
