import { type Floats, sizeOf } from '../../onnx/tensors.ts'

/** The weights of some input channels: [out, in, 3, 3] to [out, channels, 3, 3]. */
export function weightsOfChannels({ dims, values }: Floats, channels: readonly number[]): Floats {
  const [outputs = 0, inputs = 0] = dims
  const chosen = Array.from({ length: outputs }, (_, output) =>
    channels.flatMap((channel) => [
      ...values.subarray((output * inputs + channel) * 9, (output * inputs + channel + 1) * 9)
    ])
  )
  return { dims: [outputs, channels.length, 3, 3], values: Float32Array.from(chosen.flat()) }
}

/**
 * Weights [4 * out, channels, 2, 2] for the image before its pixels are doubled. Pixel (row, column) of a square is
 * made by outputs (row * 2 + column) * out and following. Their kernel starts one pixel up (left) for the first row
 * (column) of the square, and on the pixel itself for the second.
 */
export function weightsBeforeDoubling(whole: Floats, channels: readonly number[]): Floats {
  const { values, dims } = weightsOfChannels(whole, channels)
  const kernels = (dims[0] ?? 0) * (dims[1] ?? 0)
  const doubled = { dims: [4 * (dims[0] ?? 0), channels.length, 2, 2], values: new Float32Array(kernels * 16) }
  for (let at = 0; at < sizeOf(dims) * 4; at += 1) {
    const [place, tap] = [Math.floor(at / (kernels * 9)), at % 9]
    const kernel = Math.floor(at / 9) % kernels
    const row = metBy(Math.floor(place / 2), Math.floor(tap / 3))
    const column = metBy(place % 2, tap % 3)
    const target = (place * kernels + kernel) * 4 + row * 2 + column
    doubled.values[target] = (doubled.values[target] ?? 0) + (values[kernel * 9 + tap] ?? 0)
  }
  return doubled
}

/** Which of the two small pixels under its kernel a pixel of the square meets with tap 0, 1 or 2 of three. */
function metBy(place: number, tap: number): number {
  return place === 0 ? Math.ceil(tap / 2) : Math.floor(tap / 2)
}
