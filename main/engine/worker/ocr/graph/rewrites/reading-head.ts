import type { Network } from '../network.ts'
import { intOf } from '../onnx/attributes.ts'
import { dataTypes, type Graph, type Node, toNumber, type ValueInfo } from '../onnx/model.ts'
import { Chain } from './chain.ts'

/** Names of the two outputs that `addReadingHead` makes, both [batch, steps]. */
export const readingHead = { indices: 'indices', confidences: 'confidences' } as const

/**
 * Replaces the probabilities [batch, steps, classes] of a recogniser by the best class of each step (int64) and its
 * probability (float32): thousands of times less to carry out of the runtime and to search in JavaScript.
 *
 * The runtime takes the maximum of many values at a time, but looks for its place one by one. So the classes are laid
 * out as a table; the maxima of its rows tell the row, and that row alone is searched.
 */
export function addReadingHead(network: Network): number {
  const { graph } = network
  const [probabilities, ...others] = graph.output
  const classes = classesOf(graph)
  const softmax = probabilities && network.producer(probabilities.name)
  if (softmax?.opType !== 'Softmax' || others.length > 0 || classes === undefined) return 0
  if (![2, -1].includes(intOf(softmax, 'axis', -1))) return 0
  graph.node.push(...search(network, probabilities?.name ?? '', classes))
  graph.output = [output(readingHead.indices, dataTypes.int64), output(readingHead.confidences, dataTypes.float)]
  network.touched()
  return 1
}

/** Size of the last of three dimensions of the output. */
function classesOf({ output: [probabilities] }: Graph): number | undefined {
  const dim = probabilities?.type?.tensorType?.shape?.dim
  const classes = toNumber(dim?.[2]?.dimValue ?? 0)
  return dim?.length === 3 && classes > 0 ? classes : undefined
}

/** Works on rows of all steps of all lines, and restores the shape of batch and steps last. */
function search(network: Network, probabilities: string, classes: number): Node[] {
  const columns = columnsFor(classes)
  const rows = classes / columns
  const chain = new Chain(network)
  // The axes became an input with version 18 of the operators.
  const maximum = (data: string, axis: number): string =>
    network.opset < 18
      ? chain.add('ReduceMax', [data], { axes: { ints: [axis] }, keepdims: { int: 0 } })
      : chain.add('ReduceMax', [data, chain.integers(axis)], { keepdims: { int: 0 } })
  const table = chain.add('Reshape', [probabilities, chain.integers(-1, rows, columns)])
  const maxima = maximum(table, 2)
  const row = chain.add('ArgMax', [maxima], place)
  const rowsBefore = chain.add('Mul', [countUp(chain, row), chain.integers(rows)])
  const allRows = chain.add('Reshape', [probabilities, chain.integers(-1, columns)])
  const best = chain.add('Gather', [allRows, chain.add('Add', [rowsBefore, row])], { axis: { int: 0 } })
  const column = chain.add('ArgMax', [best], place)
  const index = chain.add('Add', [chain.add('Mul', [row, chain.integers(columns)]), column])
  const shape = chain.add('Shape', [probabilities])
  const batchAndSteps = chain.add('Gather', [shape, chain.integers(0, 1)], { axis: { int: 0 } })
  chain.add('Reshape', [index, batchAndSteps], {}, readingHead.indices)
  chain.add('Reshape', [maximum(maxima, 1), batchAndSteps], {}, readingHead.confidences)
  return chain.nodes
}

const place = { axis: { int: 1 }, keepdims: { int: 0 } }

/** 0, 1, 2 ... as long as `row`, in operators that the oldest models have too: the places where it equals itself. */
function countUp(chain: Chain, row: string): string {
  const everywhere = chain.add('Equal', [row, row])
  return chain.add('Reshape', [chain.add('NonZero', [everywhere]), chain.integers(-1)])
}

/** Width of the table: the smallest divisor that is at least the square root, for few values to search in all. */
function columnsFor(classes: number): number {
  let columns = Math.ceil(Math.sqrt(classes))
  while (classes % columns !== 0) columns += 1
  return columns
}

function output(name: string, elemType: number): ValueInfo {
  return { name, type: { tensorType: { elemType, shape: { dim: [{ dimParam: 'batch' }, { dimParam: 'steps' }] } } } }
}
