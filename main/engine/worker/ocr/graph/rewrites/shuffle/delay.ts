import type { Network } from '../../network.ts'
import { makeNode } from '../../onnx/attributes.ts'
import { pointwise } from '../channels.ts'
import { type Convolution, convolutionOf, pointwiseOf } from '../convolution.ts'
import { makeShuffle, type Shuffle, shufflesOf } from './shuffle.ts'

/** What works on every value alone may come before a shuffle as well as behind it. */
export function delayShuffle(network: Network): number {
  let changed = 0
  for (const shuffle of shufflesOf(network)) {
    const next = network.onlyUser(shuffle.output)
    if (!network.has(shuffle.node) || !next || !pointwise.has(next.opType) || next.input[0] !== shuffle.output) continue
    const early = network.fresh('early')
    const moved = { ...next, input: [shuffle.data, ...next.input.slice(1)], output: [early], name: early }
    network.replace([shuffle.node, next], [moved, makeShuffle(early, next.output[0] ?? '', shuffle.size)])
    changed += 1
  }
  return changed
}

/** A 1x1 convolution behind a shuffle does the same for each place of the square before it. */
export function delayShuffleOfConvolution(network: Network): number {
  let changed = 0
  for (const shuffle of shufflesOf(network)) {
    const next = pointwiseOf(convolutionOf(network, network.onlyUser(shuffle.output)))
    if (!network.has(shuffle.node) || !next || next.node.input[0] !== shuffle.output) continue
    const early = network.fresh('early')
    const moved = makeNode('Conv', [shuffle.data, ...forEachPlace(network, next, shuffle)], [early], {
      kernel_shape: { ints: [1, 1] }
    })
    network.replace([shuffle.node, next.node], [moved, makeShuffle(early, next.node.output[0] ?? '', shuffle.size)])
    changed += 1
  }
  return changed
}

/** Names of weights and bias that treat the channels of each place like `convolution`, and apart from each other. */
function forEachPlace(network: Network, { weights, bias, outputs }: Convolution, { size }: Shuffle): [string, string] {
  const places = size * size
  const inputs = weights.dims[1] ?? 0
  const dims = [places * outputs, places * inputs, 1, 1]
  const values = new Float32Array(places * outputs * places * inputs)
  for (const [at, weight] of weights.values.entries()) {
    const [output, input] = [Math.floor(at / inputs), at % inputs]
    for (let place = 0; place < places; place += 1) {
      values[(place * outputs + output) * places * inputs + place * inputs + input] = weight
    }
  }
  const repeated = Float32Array.from({ length: places * outputs }, (_, at) => bias[at % outputs] ?? 0)
  return [
    network.addFloats('weights', { dims, values }),
    network.addFloats('bias', { dims: [repeated.length], values: repeated })
  ]
}
