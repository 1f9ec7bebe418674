import type { View } from '../engine/protocol/view.ts'

/** How a picture will be shown to a model. */
export interface PicturePlan {
  /** The whole picture, fitted. */
  readonly overview: View
  /** Parts in native pixels, in reading order, overlapping; empty when the overview says it all. */
  readonly tiles: readonly View[]
  /** The whole once more, so small that it only tells where a part lies: it goes beside each that is asked about by itself. */
  readonly glance: View
  /** Pixels of the overview for one pixel of the picture, at most 1 unless the picture is tiny. */
  readonly scale: number
  /** Height in pixels that text of 12 pixels has in the overview; below 8 it is not legible to models. */
  readonly smallText: number
}
