import type { Network } from '../network.ts'
import { floatOf, makeNode } from '../onnx/attributes.ts'
import type { Node } from '../onnx/model.ts'

/**
 * x * clip(x + 3, 0, 6) / 6, exported as four nodes, becomes `HardSigmoid` and `Mul`: the runtime merges that pair
 * into the convolution before it, the four it does not.
 */
export function mendHardSwish(network: Network): number {
  let mended = 0
  for (const add of network.nodes('Add')) {
    const found = hardSwishFrom(network, add)
    if (!found) continue
    const gate = network.fresh('gate')
    const [output = ''] = found.nodes.at(-1)?.output ?? []
    network.replace(found.nodes, [
      makeNode('HardSigmoid', [found.data], [gate], { alpha: { float: 1 / 6 }, beta: { float: 0.5 } }),
      makeNode('Mul', [found.data, gate], [output])
    ])
    mended += 1
  }
  return mended
}

function hardSwishFrom(network: Network, add: Node): { data: string; nodes: Node[] } | undefined {
  const data = dataBeside(network, add, 3)
  const clip = network.onlyUser(add.output[0])
  if (data === undefined || !clip || !clipsToSix(network, clip)) return undefined
  const multiply = network.onlyUser(clip.output[0])
  if (multiply?.opType !== 'Mul' || !multiply.input.includes(data)) return undefined
  const divide = network.onlyUser(multiply.output[0])
  if (!divide || !dividesBySix(network, divide)) return undefined
  return { data, nodes: [add, clip, multiply, divide] }
}

/** The other input of a node that has the constant `expected` as one of its two. */
function dataBeside(network: Network, node: Node, expected: number): string | undefined {
  const at = node.input.findIndex((name) => network.scalar(name) === expected)
  return at < 0 ? undefined : node.input[1 - at]
}

/** The limits of a `Clip` are attributes before opset 11, inputs since. */
function clipsToSix(network: Network, node: Node): boolean {
  if (node.opType !== 'Clip') return false
  const [, low, high] = node.input
  const limits =
    low === undefined
      ? [floatOf(node, 'min', Number.NaN), floatOf(node, 'max', Number.NaN)]
      : [network.scalar(low), network.scalar(high)]
  return limits[0] === 0 && limits[1] === 6
}

function dividesBySix(network: Network, node: Node): boolean {
  if (node.opType === 'Div') return network.scalar(node.input[1]) === 6
  const sixth = Math.fround(1 / 6)
  return node.opType === 'Mul' && dataBeside(network, node, sixth) !== undefined
}
