import type { Network } from '../network.ts'
import { floatOf } from '../onnx/attributes.ts'
import { convolutionOf, transformOutput } from './convolution.ts'

/** The normalisation behind a convolution is an affine map of each channel: it moves into weights and bias. */
export function foldBatchNormalisation(network: Network): number {
  let folded = 0
  for (const node of network.nodes('BatchNormalization')) {
    const [data, ...constants] = node.input
    const before = convolutionOf(network, data === undefined ? undefined : network.producer(data))
    const [scale, bias, mean, variance] = constants.map((name) => network.floats(name)?.values)
    if (!before || network.onlyUser(data) !== node || node.output.length !== 1) continue
    if (!scale || !bias || !mean || !variance) continue
    const epsilon = floatOf(node, 'epsilon', 1e-5)
    const gain = (channel: number): number => (scale[channel] ?? 0) / Math.sqrt((variance[channel] ?? 0) + epsilon)
    const shift = (channel: number): number => (bias[channel] ?? 0) - (mean[channel] ?? 0) * gain(channel)
    transformOutput(network, before, gain, shift)
    before.node.output = node.output
    network.replace([node], [])
    folded += 1
  }
  return folded
}
