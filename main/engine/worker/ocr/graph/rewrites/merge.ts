import type { Network } from '../network.ts'
import { type Convolution, convolutionOf, pointwiseOf } from './convolution.ts'

/** Two 1x1 convolutions with nothing between them become one, where that takes fewer multiplications. */
export function mergePointwise(network: Network): number {
  let merged = 0
  for (const node of network.nodes('Conv')) {
    const first = pointwiseOf(convolutionOf(network, node))
    const second = pointwiseOf(convolutionOf(network, network.onlyUser(node.output[0])))
    if (!first || !second || second.node.input[0] !== node.output[0]) continue
    const inputs = first.weights.dims[1] ?? 0
    if (inputs * second.outputs > first.outputs * (inputs + second.outputs)) continue
    const weights = network.addFloats('weights', {
      dims: [second.outputs, inputs, 1, 1],
      values: product(first, second)
    })
    const bias = network.addFloats('bias', { dims: [second.outputs], values: biasThrough(first, second) })
    second.node.input = [node.input[0] ?? '', weights, bias]
    network.replace([node], [])
    merged += 1
  }
  return merged
}

function product(first: Convolution, second: Convolution): Float32Array {
  const inputs = first.weights.dims[1] ?? 0
  const values = new Float64Array(second.outputs * inputs)
  for (const [at, weight] of second.weights.values.entries()) {
    const row = Math.floor(at / first.outputs) * inputs
    const from = (at % first.outputs) * inputs
    for (let input = 0; input < inputs; input += 1) {
      values[row + input] = (values[row + input] ?? 0) + weight * (first.weights.values[from + input] ?? 0)
    }
  }
  return Float32Array.from(values)
}

function biasThrough(first: Convolution, second: Convolution): Float32Array {
  return second.bias.map((bias, output) =>
    first.bias.reduce(
      (sum, value, channel) => sum + value * (second.weights.values[output * first.outputs + channel] ?? 0),
      bias
    )
  )
}
