import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { inputShapeOf, type ModelKind } from './kinds.ts'
import { readingHead } from './rewrites/reading-head.ts'

/** Largest difference of a probability that still counts as the same network. */
export const tolerance = 1e-3

/** Small, because the proof is repeated at each start, but large enough for every layer to have neighbours. */
const shapes: Record<ModelKind, readonly number[]> = {
  detector: [2, 3, 64, 96],
  recogniser: [2, 3, 48, 72]
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

/**
 * The same picture on every machine: rows of speckle in words, half as high as their distance. To the networks that
 * is nearly text: the probabilities that they give are spread between 0 and 1, where a difference shows best.
 */
function proofInput(dims: readonly number[]): Tensor {
  const [batch = 1, planes = 3, height = 1, width = 1] = dims
  const pitch = Math.min(height, 32)
  const ink = 0.45
  const speck = Math.max(2, Math.round(pitch / 16))
  const values = new Float32Array(batch * planes * height * width)
  for (let at = 0; at < values.length; at += 1) {
    const x = at % width
    const y = Math.floor(at / width) % height
    const image = Math.floor(at / (width * height * planes))
    const inWord = Math.abs((y % pitch) - pitch / 2) < pitch / 4 && x % (pitch * 2) < pitch * 1.6
    const noise = noiseAt(Math.floor(x / speck), Math.floor(y / speck) + image * height)
    values[at] = inWord && noise > 0.5 ? -ink : ink
  }
  return new Tensor('float32', values, dims)
}

/** 0 to 1, without a pattern that a network could see: the finaliser of MurmurHash3 over the place. */
function noiseAt(x: number, y: number): number {
  let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** Evenly spread values of an answer, by which the same network is known again. */
export function sampleOf({ values }: Answer, length = 1000): number[] {
  const stride = Math.max(1, Math.floor(values.length / length))
  return [...values].filter((_, at) => at % stride === 0).slice(0, length)
}

/** Whether an answer has these values where `sampleOf` takes them. */
export function matchesSample(answer: Answer, sample: readonly number[]): boolean {
  return largest(sample, sampleOf(answer)) <= tolerance
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
