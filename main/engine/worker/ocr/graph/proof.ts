import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { inputShapeOf, type ModelKind } from './kinds.ts'
import { readingHead } from './rewrites/reading-head.ts'

/** Largest difference of a probability that still counts as the same network. */
export const tolerance = 1e-3

/** Small shapes that reach every layer: the detector halves its input five times. */
const shapes: Record<ModelKind, readonly number[]> = {
  detector: [1, 3, 96, 160],
  recogniser: [2, 3, 48, 168],
  orienter: [2, 3, 48, 192]
}

/** What a network makes of the proof input: all probabilities, or with a reading head the best of each step. */
export interface Answer {
  readonly values: Float32Array
  readonly indices?: readonly number[]
  /** Last dimension of `values`. */
  readonly width: number
}

/** Runs the network on the proof input. */
export async function answerOf(session: InferenceSession, kind: ModelKind): Promise<Answer> {
  const [input = ''] = session.inputNames
  const results = await session.run({ [input]: proofInput(inputShapeOf(session, shapes[kind])) })
  const indices = results[readingHead.indices]
  const values = results[readingHead.confidences] ?? results[session.outputNames[0] ?? '']
  if (!(values?.data instanceof Float32Array)) throw new Error('The network gives no numbers')
  const answer = { values: values.data, width: values.dims.at(-1) ?? 0 }
  return indices ? { ...answer, indices: Array.from(indices.data as BigInt64Array, Number) } : answer
}

/** The same picture on every machine: bars with noise on them, so that the networks are in two minds about it. */
function proofInput(dims: readonly number[]): Tensor {
  const size = dims.reduce((product, dim) => product * dim, 1)
  const values = new Float32Array(size)
  let state = 1
  for (let at = 0; at < size; at += 1) {
    // The generator of "Numerical Recipes"; its upper bits are random enough.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const bar = Math.sin(at / 5) + Math.sin(at / 83) > 0.6 ? -0.8 : 0.6
    values[at] = bar + (state / 2 ** 32 - 0.5) * 0.4
  }
  return new Tensor('float32', values, dims)
}

/** Largest difference between the original's answer and another's; infinite when they cannot be compared. */
export function differenceOf(original: Answer, other: Answer): number {
  if (!other.indices || original.indices) return largest(original.values, other.values)
  return headDifference(original.values, other.values, other.indices)
}

function largest(left: ArrayLike<number>, right: ArrayLike<number>): number {
  if (left.length !== right.length || left.length === 0) return Number.POSITIVE_INFINITY
  let difference = 0
  for (let at = 0; at < left.length; at += 1) {
    const here = Math.abs((left[at] ?? 0) - (right[at] ?? 0))
    if (Number.isNaN(here)) return Number.POSITIVE_INFINITY
    difference = Math.max(difference, here)
  }
  return difference
}

/** Both the best probability of each step and the original's probability of the class that was chosen must agree. */
function headDifference(probabilities: Float32Array, confidences: Float32Array, indices: readonly number[]): number {
  const classes = probabilities.length / indices.length
  if (!Number.isInteger(classes)) return Number.POSITIVE_INFINITY
  const best = indices.map((_, step) => probabilities.subarray(step * classes, (step + 1) * classes).reduce(greater))
  const chosen = indices.map((index, step) => probabilities[step * classes + index] ?? Number.NaN)
  return Math.max(largest(best, confidences), largest(chosen, confidences))
}

const greater = (left: number, right: number): number => Math.max(left, right)
