import type { Network } from '../network.ts'
import { makeNode } from '../onnx/attributes.ts'
import { dataTypes, type ValueInfo } from '../onnx/model.ts'

/** Names of the two outputs that `addReadingHead` makes, both [batch, steps]. */
export const readingHead = { indices: 'indices', confidences: 'confidences' } as const

/**
 * Replaces the probabilities [batch, steps, classes] of a recogniser by the best class of each step (int64) and its
 * probability (float32): thousands of times less to carry out of the runtime and to search in JavaScript.
 */
export function addReadingHead(network: Network): number {
  const { graph } = network
  const [probabilities, ...others] = graph.output
  if (!probabilities || others.length > 0) return 0
  if (network.producer(probabilities.name)?.opType !== 'Softmax') return 0
  graph.node.push(
    makeNode('ArgMax', [probabilities.name], [readingHead.indices], { axis: { int: 2 }, keepdims: { int: 0 } }),
    makeNode('ReduceMax', [probabilities.name], [readingHead.confidences], {
      axes: { ints: [2] },
      keepdims: { int: 0 }
    })
  )
  graph.output = [output(readingHead.indices, dataTypes.int64), output(readingHead.confidences, dataTypes.float)]
  network.touched()
  return 1
}

function output(name: string, elemType: number): ValueInfo {
  return { name, type: { tensorType: { elemType, shape: { dim: [{ dimParam: 'batch' }, { dimParam: 'steps' }] } } } }
}
