import { z } from 'zod'
import type { Size } from '../../main/capture/geometry/rect.ts'
import { type CaptureMode, captureModes } from '../../main/capture/mode.ts'
import type { Selection } from '../../main/capture/selection/selection.ts'
import type { Problem } from './result.ts'
import { id, nothing } from './schemas.ts'

/** In DIP from the top left corner of the display; while a button is held it may lie outside. */
const point = z.strictObject({ x: z.number().min(-100_000).max(100_000), y: z.number().min(-100_000).max(100_000) })
const direction = z.enum(['left', 'right', 'up', 'down'])
/** Pixels of the display, or all the way. */
const stride = z.union([z.literal(1), z.literal(10), z.literal('edge')])

/** What is done with the region, from the bar at the selection. */
export const barActions = ['copy', 'ask', 'describe', 'chart', 'boxes', 'pin'] as const
export type BarAction = (typeof barActions)[number]

export const captureArguments = {
  begin: z.strictObject({ mode: z.enum(captureModes) }),
  /** What the overlay or panel that asks has to show. */
  scene: nothing,
  act: z.discriminatedUnion('kind', [
    /** This frame is painted, still unseen. */
    z.strictObject({ kind: z.literal('painted'), frame: z.string().max(100) }),
    z.strictObject({ kind: z.enum(['press', 'drag', 'release', 'hover']), point }),
    z.strictObject({ kind: z.enum(['move', 'resize']), direction, stride }),
    z.strictObject({ kind: z.enum(['next-window', 'next-display', 'whole-display', 'last-region']) }),
    z.strictObject({ kind: z.literal('confirm') }),
    z.strictObject({ kind: z.literal('escape') }),
    z.strictObject({
      kind: z.literal('bar'),
      action: z.enum(barActions),
      question: z.string().trim().min(1).max(8000).optional()
    }),
    /** Shows an entry in the main window. */
    z.strictObject({ kind: z.literal('open'), entry: id }),
    /** While a person types a new hotkey, the registered ones shall not act. Ends by itself after a minute. */
    z.strictObject({ kind: z.literal('suspend-hotkeys'), suspended: z.boolean() })
  ])
}

/** What a page of a capture has to show. */
export type Scene = OverlayScene | PanelScene

/** A captured picture in a small window on top. */
export interface PanelScene {
  readonly kind: 'panel'
  readonly language: 'en' | 'zh-CN'
  /** Address of the picture. */
  readonly picture: string
  /** Of the picture, in pixels. */
  readonly size: Size
  /** Pixels per DIP of the display that it comes from. */
  readonly scale: number
  /** Where its text is; undefined for a picture that only floats on top. */
  readonly entry?: number | undefined
}

/** One display's overlay. */
export interface OverlayScene {
  readonly kind: 'overlay'
  readonly language: 'en' | 'zh-CN'
  readonly display: number
  readonly mode: CaptureMode
  /** Address of the still picture. */
  readonly frame: string
  /** Pixels that regions are counted in. */
  readonly size: Size
  /** Size in DIP at which the frame is painted from the top left corner, so that a pixel of it is one of the display. */
  readonly painted: Size
  readonly scale: number
  /** Whether there are windows that a click frames. */
  readonly hasWindows: boolean
  readonly selection: Selection
  readonly hasLastRegion: boolean
  /** `release`: letting go of the button opens the bar or reads at once; `enter`: the Enter key does. */
  readonly confirmOn: 'release' | 'enter'
  /** Whether a bar with actions comes up at the selection, or the mode decides alone. */
  readonly hasBar: boolean
}

export interface CaptureResults {
  begin: null
  /** Null when nothing is to be shown. */
  scene: Scene | null
  act: null
}

export type CaptureEvent =
  /** Load a new scene. */
  | { readonly kind: 'scene' }
  /** Shown now: begin to listen to keys. */
  | { readonly kind: 'revealed'; readonly focused: boolean }
  | { readonly kind: 'draw'; readonly selection: Selection }
  /** It has become known where windows are: a click frames one. */
  | { readonly kind: 'windows' }
  /** The region is cut out and stands; the bar may be used. */
  | { readonly kind: 'bar' }
  /** What the question at the selection has brought so far; `entry` opens it in the library. */
  | { readonly kind: 'answer'; readonly entry: number; readonly delta: string }
  /** It is tried once more: what was shown of the answer is void. */
  | { readonly kind: 'again'; readonly entry: number }
  | { readonly kind: 'answered'; readonly entry: number; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'closed' }
