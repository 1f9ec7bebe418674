import type { Network } from '../network.ts'
import { makeNode } from '../onnx/attributes.ts'
import type { Node } from '../onnx/model.ts'

/** Operators that end the small branch of a squeeze-and-excitation block. */
const gates = new Set(['HardSigmoid', 'Sigmoid'])

/** x + x * gate becomes x * (1 + gate): the sum is then made of one value a channel, no longer of whole images. */
export function shortenGate(network: Network): number {
  let changed = 0
  for (const add of network.nodes('Add')) {
    const found = gated(network, add, add.input) ?? gated(network, add, add.input.toReversed())
    if (!found) continue
    const one = network.addFloats('one', { dims: [1], values: Float32Array.of(1) })
    const opened = network.fresh('gate')
    const nodes = [makeNode('Add', [found.gate, one], [opened]), makeNode('Mul', [found.data, opened], [...add.output])]
    network.replace([found.multiply, add], nodes)
    changed += 1
  }
  return changed
}

/** The product among the two values that are added, when the other one is one of its factors. */
function gated(
  network: Network,
  add: Node,
  [product = '', data = '']: readonly string[]
): { multiply: Node; data: string; gate: string } | undefined {
  const multiply = network.producer(product)
  if (multiply?.opType !== 'Mul' || network.onlyUser(product) !== add || !multiply.input.includes(data))
    return undefined
  const gate = multiply.input.find((input) => input !== data)
  const ends = gate !== undefined && gates.has(network.producer(gate)?.opType ?? '')
  return ends ? { multiply, data, gate } : undefined
}
