import type { Network } from '../network.ts'
import { intOf, intsOf } from '../onnx/attributes.ts'
import type { Node } from '../onnx/model.ts'
import type { Floats } from '../onnx/tensors.ts'

/** A `Conv` or `ConvTranspose` whose weights are constants. Weights are [out, in / group, ...kernel], or, transposed,
 * [in, out / group, ...kernel]. */
export interface Convolution {
  readonly node: Node
  readonly weights: Floats
  /** One value an output channel; zeros where the node has none. */
  readonly bias: Float32Array
  readonly group: number
  readonly outputs: number
}

export function convolutionOf(network: Network, node: Node | undefined): Convolution | undefined {
  if (!node || node.domain || (node.opType !== 'Conv' && node.opType !== 'ConvTranspose')) return undefined
  const weights = network.floats(node.input[1])
  if (!weights || weights.dims.length < 3) return undefined
  const group = intOf(node, 'group', 1)
  const [first = 0, second = 0] = weights.dims
  const outputs = node.opType === 'Conv' ? first : second * group
  const bias = node.input[2] ? network.floats(node.input[2])?.values : new Float32Array(outputs)
  return bias?.length === outputs ? { node, weights, bias, group, outputs } : undefined
}

export function hasPadding(node: Node): boolean {
  const automatic = node.attribute.some((held) => held.name === 'auto_pad')
  return automatic || (intsOf(node, 'pads') ?? []).some((pad) => pad !== 0)
}

/** The convolution if it is a `Conv` of one pixel to one pixel, without groups; undefined otherwise. */
export function pointwiseOf(convolution: Convolution | undefined): Convolution | undefined {
  if (convolution?.node.opType !== 'Conv' || convolution.group !== 1 || hasPadding(convolution.node)) return undefined
  const { dims } = convolution.weights
  const strides = intsOf(convolution.node, 'strides') ?? []
  const plain = dims.length === 4 && dims[2] === 1 && dims[3] === 1 && strides.every((stride) => stride === 1)
  return plain ? convolution : undefined
}

/** Makes the convolution yield `output * scale + shift`, both one value an output channel. */
export function transformOutput(
  network: Network,
  convolution: Convolution,
  scale: (channel: number) => number,
  shift: (channel: number) => number
): void {
  const channelOf = outputChannels(convolution)
  const values = convolution.weights.values.map((weight, at) => weight * scale(channelOf(at)))
  const bias = convolution.bias.map((value, channel) => value * scale(channel) + shift(channel))
  setWeights(network, convolution, values, bias)
}

/** Makes the convolution behave as if its input were `input * scale + shift`. The shift is exact without padding only. */
export function transformInput(network: Network, convolution: Convolution, scale: number, shift: number): void {
  const channelOf = outputChannels(convolution)
  const bias = Float64Array.from(convolution.bias)
  for (const [at, weight] of convolution.weights.values.entries()) {
    const channel = channelOf(at)
    bias[channel] = (bias[channel] ?? 0) + weight * shift
  }
  const values = convolution.weights.values.map((weight) => weight * scale)
  setWeights(network, convolution, values, Float32Array.from(bias))
}

function setWeights(network: Network, { node, weights }: Convolution, values: Float32Array, bias: Float32Array): void {
  const input = node.input[0] ?? ''
  const weightName = network.addFloats('weights', { dims: weights.dims, values })
  node.input = [input, weightName, network.addFloats('bias', { dims: [bias.length], values: bias })]
  network.touched()
}

/** Tells the output channel that a weight, by its place among all weights, works for. */
function outputChannels({ node, weights, group }: Convolution): (at: number) => number {
  const [first = 1, second = 1] = weights.dims
  const kernel = weights.values.length / (first * second)
  if (node.opType === 'Conv') return (at) => Math.floor(at / (second * kernel))
  const inputsPerGroup = first / group
  return (at) => {
    const input = Math.floor(at / (second * kernel))
    return Math.floor(input / inputsPerGroup) * second + (Math.floor(at / kernel) % second)
  }
}
