import { InferenceSession, Tensor } from 'onnxruntime-node'
import { decodeModel, encodeModel } from '../../../../../../main/engine/worker/ocr/graph/onnx/codec.ts'
import type {
  Dimension,
  Model,
  Node,
  ValueInfo,
  Tensor as Weights
} from '../../../../../../main/engine/worker/ocr/graph/onnx/model.ts'
import { floatTensor } from '../../../../../../main/engine/worker/ocr/graph/onnx/tensors.ts'

/** A hand-made model: one float input `x`, the nodes in order, its outputs by name; sizes are 0 where open. */
export interface Sketch {
  readonly input: readonly number[]
  readonly nodes: readonly Node[]
  readonly constants?: readonly Weights[]
  readonly outputs?: Readonly<Record<string, readonly number[]>>
  readonly opset?: number
}

export function modelOf({ input, nodes, constants = [], outputs = { y: [0, 0, 0, 0] }, opset = 11 }: Sketch): Model {
  return {
    irVersion: 8,
    opsetImport: [{ domain: '', version: opset }],
    graph: {
      name: 'sketch',
      node: nodes.map((node) => ({ ...node, input: [...node.input], output: [...node.output] })),
      initializer: [...constants],
      input: [described('x', sized('x', input))],
      output: Object.entries(outputs).map(([name, sizes]) => described(name, sized(name, sizes))),
      valueInfo: []
    }
  }
}

const sized = (name: string, sizes: readonly number[]): Dimension[] =>
  sizes.map((size, at) => (size === 0 ? { dimParam: `${name}${at}` } : { dimValue: size }))

const described = (name: string, dim: Dimension[]): ValueInfo => ({
  name,
  type: { tensorType: { elemType: 1, shape: { dim } } }
})

/** Repeatable numbers between -1 and 1. */
export function numbers(length: number, seed = 1): Float32Array {
  return Float32Array.from({ length }, (_, at) => {
    const wave = Math.sin((at + 1) * 12.9898 + seed * 78.233) * 43758.5453
    return (wave - Math.floor(wave)) * 2 - 1
  })
}

export function constant(name: string, dims: readonly number[], values?: ArrayLike<number>): Weights {
  const size = dims.reduce((product, dim) => product * dim, 1)
  return floatTensor(name, { dims, values: values ? Float32Array.from(values) : numbers(size, name.length) })
}

/** Runs a model on repeatable noise and returns the values of each output. */
export async function run(model: Model, input: readonly number[]): Promise<Record<string, number[]>> {
  const session = await InferenceSession.create(encodeModel(model), { intraOpNumThreads: 1, logSeverityLevel: 3 })
  const size = input.reduce((product, dim) => product * dim, 1)
  const values = numbers(size, 5).map((value) => value * 4)
  const results = await session.run({ x: new Tensor('float32', values, input) })
  await session.release()
  return Object.fromEntries(
    Object.entries(results).map(([name, tensor]) => [
      name,
      Array.from(tensor.data as Float32Array | BigInt64Array, Number)
    ])
  )
}

/** A copy that shares nothing with the original. */
export const copyOf = (model: Model): Model => decodeModel(encodeModel(model))

/** How often each operator occurs. */
export function countOps(model: Model): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { opType } of model.graph.node) counts[opType] = (counts[opType] ?? 0) + 1
  return counts
}

export function largestDifference(left: readonly number[], right: readonly number[]): number {
  if (left.length !== right.length) return Number.POSITIVE_INFINITY
  return left.reduce((most, value, at) => Math.max(most, Math.abs(value - (right[at] ?? Number.NaN))), 0)
}
