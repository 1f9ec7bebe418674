import { hasArea, type Rect } from '../geometry/rect.ts'

/** A window of any program, as the system tells of it. Its title is nobody's business here. */
export interface SystemWindow {
  /** As Electron numbers it too: HWND, CGWindowID or the X server's. */
  readonly id: number
  /** With its frame, without its shadow; the unit is the tool's. */
  readonly rect: Rect
}

/** A program of the system that tells where windows are. */
export interface WindowTool {
  readonly program: string
  readonly arguments: readonly string[]
  /** What its rectangles count: pixels of the screen as a whole, or DIP as Electron counts them. */
  readonly unit: 'pixel' | 'dip'
  /** Windows that can be seen, front to back. What it does not understand is left out. Never throws. */
  readonly read: (output: string) => readonly SystemWindow[]
}

/** So many, counted from the front, are looked at: what lies behind them is hardly seen. */
export const mostWindows = 40

/** No screen is as wide: what lies farther away, or is not a number, is no place. */
const farthest = 100_000

/** Undefined for what cannot be on a screen. */
export function systemWindow(id: number, rect: Rect): SystemWindow | undefined {
  const { x, y, width, height } = rect
  const isPlace = Number.isSafeInteger(id) && [x, y, width, height].every((side) => Math.abs(side) <= farthest)
  return isPlace && hasArea(rect) ? { id, rect } : undefined
}

/** Lines of as many numbers as wanted; other lines are left out. */
export function numberLines(output: string, count: number): readonly (readonly number[])[] {
  return output
    .split(/\r?\n/)
    .map((line) => line.trim().split(/ +/).map(numberOf))
    .filter((numbers) => numbers.length === count && numbers.every((number) => Number.isFinite(number)))
}

function numberOf(word: string): number {
  return /^-?\d{1,20}(?:\.\d{1,20})?$/.test(word) ? Number(word) : Number.NaN
}
