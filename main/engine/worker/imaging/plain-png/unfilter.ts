import { nearest, undoFilters } from './undo.ts'

export interface Filtered {
  readonly width: number
  readonly height: number
  /** Bytes a pixel. */
  readonly channels: number
}

/** The bytes of all pixels, in the memory of the rows. `undefined` when a row names no filter. */
export function unfilter(bytes: Uint8Array, { width, height, channels }: Filtered): Uint8Array | undefined {
  const length = width * channels
  const isWhole = undoFilters(bytes, length, height, {
    left: (start, end) => {
      for (let at = start + channels; at < end; at += 1) bytes[at] = (bytes[at] ?? 0) + (bytes[at - channels] ?? 0)
    },
    up: (start, end) => {
      for (let at = start; at < end; at += 1) bytes[at] = (bytes[at] ?? 0) + (bytes[at - length] ?? 0)
    },
    mean: (start, end, isFirst) => {
      for (let at = start; at < end; at += 1) {
        const left = at < start + channels ? 0 : (bytes[at - channels] ?? 0)
        const above = isFirst ? 0 : (bytes[at - length] ?? 0)
        bytes[at] = (bytes[at] ?? 0) + ((left + above) >> 1)
      }
    },
    paeth: (start, end) => {
      for (let at = start; at < end; at += 1) {
        const hasLeft = at >= start + channels
        const left = hasLeft ? (bytes[at - channels] ?? 0) : 0
        const corner = hasLeft ? (bytes[at - length - channels] ?? 0) : 0
        bytes[at] = (bytes[at] ?? 0) + nearest(left, bytes[at - length] ?? 0, corner)
      }
    }
  })
  return isWhole ? bytes.subarray(0, length * height) : undefined
}
