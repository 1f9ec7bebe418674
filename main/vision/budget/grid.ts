import type { Size } from '../../engine/protocol/view.ts'

/** The next multiple of `cell` that is not smaller; one cell at least. */
export function upToCells(length: number, cell: number): number {
  return Math.max(1, Math.ceil(length / cell)) * cell
}

/** The next multiple of `cell` that is not larger; one cell at least. */
export function downToCells(length: number, cell: number): number {
  return Math.max(1, Math.floor(length / cell)) * cell
}

/** Python's `round`, which the official code uses: a half goes to the even neighbour. */
function roundHalfToEven(value: number): number {
  const floor = Math.floor(value)
  const odd = floor % 2
  return value - floor === 0.5 ? floor + odd : Math.round(value)
}

function nearestCells(length: number, cell: number): number {
  return Math.max(1, roundHalfToEven(length / cell)) * cell
}

/**
 * The size to which Qwen's models resample a picture: `smart_resize` of QwenLM/Qwen3-VL,
 * qwen-vl-utils/src/qwen_vl_utils/vision_process.py. Each side goes to the nearest multiple of `cell`; outside of
 * `minimum` to `maximum` pixels both sides are scaled by one factor and rounded into the range.
 */
export function qwenResize({ width, height }: Size, cell: number, minimum: number, maximum: number): Size {
  const nearest = { width: nearestCells(width, cell), height: nearestCells(height, cell) }
  const pixels = nearest.width * nearest.height
  if (pixels > maximum) {
    const shrink = Math.sqrt((width * height) / maximum)
    return { width: downToCells(width / shrink, cell), height: downToCells(height / shrink, cell) }
  }
  if (pixels < minimum) {
    const enlarge = Math.sqrt(minimum / (width * height))
    return { width: upToCells(width * enlarge, cell), height: upToCells(height * enlarge, cell) }
  }
  return nearest
}
