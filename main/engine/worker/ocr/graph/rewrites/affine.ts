import type { Network } from '../network.ts'
import type { Node } from '../onnx/model.ts'
import type { Floats } from '../onnx/tensors.ts'
import { convolutionOf, transformOutput } from './convolution.ts'

/** A constant that is multiplied with or added to the output of a convolution moves into its weights and bias. */
export function foldAffine(network: Network): number {
  let folded = 0
  for (const node of network.nodes('Mul', 'Add')) {
    const constantAt = node.input.findIndex((name) => network.floats(name) !== undefined)
    const constant = network.floats(node.input[constantAt])
    const data = node.input[1 - constantAt]
    const before = convolutionOf(network, data === undefined ? undefined : network.producer(data))
    if (!constant || !before || network.onlyUser(data) !== node) continue
    const value = channelValues(constant, before.outputs, before.weights.dims.length)
    if (!value) continue
    if (node.opType === 'Mul') transformOutput(network, before, value, () => 0)
    else transformOutput(network, before, () => 1, value)
    takeOver(network, before.node, node)
    folded += 1
  }
  return folded
}

function takeOver(network: Network, convolution: Node, node: Node): void {
  convolution.output = node.output
  network.replace([node], [])
}

/** One value, or one a channel: shapes [C, 1, 1] and [1, C, 1, 1] against data of `rank` dimensions. */
function channelValues({ dims, values }: Floats, channels: number, rank: number): ((at: number) => number) | undefined {
  if (values.length === 1 && dims.length <= rank) return () => values[0] ?? 0
  const perChannel = values.length === channels && dims.at(1 - rank) === channels && dims.length <= rank
  return perChannel ? (at) => values[at] ?? 0 : undefined
}
