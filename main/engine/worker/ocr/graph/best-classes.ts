import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { readingHead } from './rewrites/reading-head.ts'

/** The best class of each step of each line of a batch, and its probability; step `t` of line `b` at `b * steps + t`. */
export interface BestClasses {
  readonly batch: number
  readonly steps: number
  readonly indices: Int32Array
  readonly confidences: Float32Array
}

/** Reads the result of a recogniser, with a reading head or without. */
export function bestClasses(results: InferenceSession.ReturnType): BestClasses {
  const indices = results[readingHead.indices]
  const confidences = results[readingHead.confidences]
  if (!indices || !confidences) return searched(Object.values(results)[0])
  const [batch = 0, steps = 0] = indices.dims
  return {
    batch,
    steps,
    indices: Int32Array.from(indices.data as BigInt64Array, Number),
    confidences: confidences.data as Float32Array
  }
}

function searched(probabilities: Tensor | undefined): BestClasses {
  const [batch = 0, steps = 0, classes = 0] = probabilities?.dims ?? []
  const values = probabilities?.data as Float32Array
  const indices = new Int32Array(batch * steps)
  const confidences = new Float32Array(batch * steps)
  for (let step = 0; step < indices.length; step += 1) {
    const row = values.subarray(step * classes, (step + 1) * classes)
    let best = 0
    for (let index = 1; index < classes; index += 1) if ((row[index] ?? 0) > (row[best] ?? 0)) best = index
    indices[step] = best
    confidences[step] = row[best] ?? 0
  }
  return { batch, steps, indices, confidences }
}
