import type { Network } from '../../network.ts'
import { intOf, makeNode, stringOf } from '../../onnx/attributes.ts'
import type { Node } from '../../onnx/model.ts'

/*
 * The head of a detector enlarges its map twice, by transposed convolutions whose squares do not overlap. Each is a
 * 1x1 convolution that makes the pixels of a square as channels, and a shuffle that puts them in place. The shuffles
 * can wait until the end: everything before them then works on the small map and in the runtime's blocked layout.
 */

/** A `DepthToSpace` in its older mode: channel (row * size + column) * channels + channel becomes a pixel. */
export interface Shuffle {
  readonly node: Node
  readonly data: string
  readonly output: string
  /** Side of the square. */
  readonly size: number
}

export function shufflesOf(network: Network): Shuffle[] {
  return network.nodes('DepthToSpace').flatMap((node) => shuffleOf(node) ?? [])
}

export function shuffleOf(node: Node | undefined): Shuffle | undefined {
  if (node?.opType !== 'DepthToSpace' || node.domain || stringOf(node, 'mode') === 'CRD') return undefined
  const [[data], [output], size] = [node.input, node.output, intOf(node, 'blocksize', 0)]
  return data === undefined || output === undefined || size < 1 ? undefined : { node, data, output, size }
}

export function makeShuffle(data: string, output: string, size: number): Node {
  return makeNode('DepthToSpace', [data], [output], { blocksize: { int: size } })
}
