import type { Network } from '../network.ts'
import { makeNode } from '../onnx/attributes.ts'
import { scalarAffine } from './forward.ts'

/** Operators that end the small branch of a squeeze-and-excitation block. */
const gates = new Set(['HardSigmoid', 'Sigmoid'])

/** x + x * gate becomes x * (1 + gate): the sum is then made of one value a channel, no longer of whole images. */
export function shortenGate(network: Network): number {
  let changed = 0
  for (const add of network.nodes('Add')) {
    const [multiply, data] = [add.input, add.input.toReversed()]
      .map(([product = '', rest = '']) => [network.producer(product), rest] as const)
      .find(([product, rest]) => product?.opType === 'Mul' && product.input.includes(rest)) ?? [undefined, '']
    if (!multiply || network.onlyUser(multiply.output[0]) !== add || scalarAffine(network, multiply)) continue
    const gate = multiply.input.find((input) => input !== data)
    if (gate === undefined || !gates.has(network.producer(gate)?.opType ?? '')) continue
    const one = network.addFloats('one', { dims: [1], values: Float32Array.of(1) })
    const opened = network.fresh('gate')
    network.replace(
      [multiply, add],
      [makeNode('Add', [gate, one], [opened]), makeNode('Mul', [data, opened], [...add.output])]
    )
    changed += 1
  }
  return changed
}
