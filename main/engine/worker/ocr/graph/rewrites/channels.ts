import type { Network } from '../network.ts'
import { convolutionOf } from './convolution.ts'

/** Operators that give every value of an image its own result and leave the shape alone. */
export const pointwise: ReadonlySet<string> = new Set([
  'Relu',
  'Sigmoid',
  'HardSigmoid',
  'HardSwish',
  'Clip',
  'Identity'
])

/** Number of channels of an image [batch, channels, height, width]; undefined where the graph does not show it. */
export function channelsOf(network: Network, value: string | undefined): number | undefined {
  const node = value === undefined ? undefined : network.producer(value)
  const convolution = convolutionOf(network, node)
  if (convolution) return convolution.weights.dims.length === 4 ? convolution.outputs : undefined
  if (!node || node.domain) return undefined
  if (pointwise.has(node.opType)) return channelsOf(network, node.input[0])
  if (node.opType !== 'Mul' && node.opType !== 'Add') return undefined
  // A constant of one value and a gate [batch, channels, 1, 1] both leave the larger image's shape alone.
  const known = node.input.map((input) =>
    network.scalar(input) === undefined ? channelsOf(network, input) : undefined
  )
  return known.find((channels) => channels !== undefined)
}
