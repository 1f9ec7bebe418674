import type { Network } from '../network.ts'
import { makeNode } from '../onnx/attributes.ts'
import type { Node } from '../onnx/model.ts'
import type { Floats } from '../onnx/tensors.ts'
import { channelsOf } from './channels.ts'
import { scalarAffine } from './forward.ts'

/**
 * A constant shift (with or without a factor before it) that has to stay, because padding or something else than a
 * convolution follows, becomes a convolution of one weight a channel. The runtime keeps convolutions in its blocked
 * layout; for an `Add` of a constant it goes back to plain rows and forth again, which takes three times as long.
 */
export function shiftByConvolution(network: Network): number {
  let changed = 0
  for (const add of network.nodes('Add')) {
    const shift = scalarAffine(network, add)
    const factor = shift && factorBefore(network, shift.data, add)
    const data = factor?.data ?? shift?.data
    const channels = channelsOf(network, data)
    if (!shift || data === undefined || channels === undefined) continue
    const weights = network.addFloats('factor', filled([channels, 1, 1, 1], channels, factor?.value ?? 1))
    const bias = network.addFloats('shift', filled([channels], channels, shift.value))
    const attributes = { group: { int: channels }, kernel_shape: { ints: [1, 1] } }
    const replacement = makeNode('Conv', [data, weights, bias], [...add.output], attributes)
    network.replace(factor ? [factor.node, add] : [add], [replacement])
    changed += 1
  }
  return changed
}

function factorBefore(
  network: Network,
  value: string,
  user: Node
): { node: Node; data: string; value: number } | undefined {
  const node = network.producer(value)
  if (node?.opType !== 'Mul' || network.onlyUser(value) !== user) return undefined
  const found = scalarAffine(network, node)
  return found && { node, ...found }
}

const filled = (dims: number[], length: number, value: number): Floats => ({
  dims,
  values: new Float32Array(length).fill(value)
})
