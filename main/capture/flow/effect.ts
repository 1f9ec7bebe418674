import type { Failure } from '../../failure.ts'
import type { DeliveryStep } from '../delivery/plan.ts'
import type { FrozenDisplay } from '../frozen-display.ts'
import type { Display } from '../geometry/display.ts'
import type { Crop } from '../geometry/frame.ts'
import type { Region, RememberedRegion } from '../geometry/remembered.ts'
import type { Selection } from '../selection/selection.ts'
import type { RegionQuestion } from './event.ts'

/** Stages that must not last: nothing may stay on top of the screen, or wait unseen. */
export type WatchedStage = 'freeze' | 'paint'

/** What the shell has to do, in the order given. */
export type CaptureEffect =
  /** Take a still picture of each display at the same time; with `portal` of the one that the person chooses. */
  | { readonly kind: 'freeze'; readonly displays: readonly Display[]; readonly portal: boolean }
  /** Frames are not needed any more, those that may still come neither. */
  | { readonly kind: 'forget-frames' }
  /** Load the frames into hidden overlays, one on each display; from now on Escape must arrive. */
  | { readonly kind: 'open-overlays'; readonly displays: readonly FrozenDisplay[] }
  /** Show all overlays that are open; the keyboard goes to the one on `focus`. */
  | { readonly kind: 'reveal-overlays'; readonly focus: number }
  | { readonly kind: 'close-overlay'; readonly display: number }
  /** Close whatever overlay is still open. */
  | { readonly kind: 'close-overlays' }
  /** Send `overdue` after this time in milliseconds. One that comes too late does no harm. */
  | { readonly kind: 'watch'; readonly stage: WatchedStage; readonly milliseconds: number }
  /** There are windows now that a click frames, on the overlay of this display. */
  | { readonly kind: 'offer-windows'; readonly display: number }
  /** Draw what is framed. */
  | { readonly kind: 'draw'; readonly selection: Selection }
  | { readonly kind: 'crop'; readonly display: number; readonly crop: Crop }
  /** Keep the region to be repeated. */
  | { readonly kind: 'remember'; readonly region: RememberedRegion }
  | { readonly kind: 'read'; readonly picture: string }
  | { readonly kind: 'stop-reading'; readonly picture: string }
  /** Show the bar beside the region, on its overlay. */
  | { readonly kind: 'offer'; readonly display: number }
  /** Ask a vision model; the answer goes to the overlay as long as it is there, and to the library in any case. */
  | { readonly kind: 'ask'; readonly picture: string; readonly display: number; readonly question: RegionQuestion }
  /** Let the picture float on top, where the region was. */
  | { readonly kind: 'pin'; readonly picture: string; readonly region: Region }
  | { readonly kind: 'deliver'; readonly steps: readonly DeliveryStep[] }
  /** Tell the person why it ended. */
  | { readonly kind: 'tell'; readonly failure: Failure }
