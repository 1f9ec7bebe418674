import type { InferenceSession } from 'onnxruntime-node'
import { Failure } from '../../../../failure.ts'
import { readingHead } from './rewrites/reading-head.ts'

/** What a model of a pack is for. */
export type ModelKind = 'detector' | 'recogniser'

type Shape = readonly (number | string)[]

/** Images in planes; sizes marked `?` are free, or fixed by the file. */
const inputShape: Shape = ['?', 3, '?', '?']

const outputShapes: Record<ModelKind, Shape> = {
  detector: ['?', 1, '?', '?'],
  recogniser: ['?', '?', '?']
}

/** Checks that the network takes and gives what its kind asks for. Throws `Failure('pack-incompatible')`. */
export function checkSignature(session: InferenceSession, kind: ModelKind): void {
  const [input, ...otherInputs] = session.inputMetadata
  const [output] = session.outputMetadata
  if (!input?.isTensor || !output?.isTensor || otherInputs.length > 0) throw incompatible(kind, 'number of inputs')
  if (input.type !== 'float32' || !fits(input.shape, inputShape)) throw incompatible(kind, 'input')
  if (output.name === readingHead.indices) return
  if (output.type !== 'float32' || !fits(output.shape, outputShapes[kind])) throw incompatible(kind, 'output')
}

/** The shape of the network's input with `otherwise` where the file leaves a size open. */
export function inputShapeOf(session: InferenceSession, otherwise: readonly number[]): number[] {
  const [input] = session.inputMetadata
  const shape = input?.isTensor ? input.shape : []
  return otherwise.map((size, at) => fixedSize(shape[at]) ?? size)
}

/** Number of classes that the file promises; 0 when it leaves that open or the output is not one of classes. */
export function promisedClasses(session: InferenceSession, kind: ModelKind): number {
  const [output] = session.outputMetadata
  return kind === 'detector' || !output?.isTensor ? 0 : (fixedSize(output.shape.at(-1)) ?? 0)
}

/** Sizes that are not known before a run have names in ONNX, or are negative. */
function fixedSize(size: number | string | undefined): number | undefined {
  return typeof size === 'number' && size > 0 ? size : undefined
}

function fits(shape: Shape, wanted: Shape): boolean {
  if (shape.length !== wanted.length) return false
  return shape.every((size, at) => wanted[at] === '?' || (fixedSize(size) ?? wanted[at]) === wanted[at])
}

function incompatible(kind: ModelKind, part: string): Failure {
  return new Failure('pack-incompatible', `The pack's ${kind} does not have the expected shape (${part}).`, {
    advice: 'Use another pack.'
  })
}
