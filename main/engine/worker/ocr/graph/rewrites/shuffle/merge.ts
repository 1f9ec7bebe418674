import type { Network } from '../../network.ts'
import { pointwise } from '../channels.ts'
import { type Convolution, convolutionOf } from '../convolution.ts'
import { makeShuffle, type Shuffle, shuffleOf, shufflesOf } from './shuffle.ts'

/** Two shuffles in a row become one; the convolution before them puts its channels in the order that this asks for. */
export function mergeShuffles(network: Network): number {
  let merged = 0
  for (const first of shufflesOf(network)) {
    const second = shuffleOf(network.onlyUser(first.output))
    const source = convolutionBehind(network, first.data)
    if (!second || !source || !network.has(first.node)) continue
    reorder(network, source, first, second)
    network.replace([first.node, second.node], [makeShuffle(first.data, second.output, first.size * second.size)])
    merged += 1
  }
  return merged
}

/** The convolution that makes `value`, with nothing but pointwise operators between and no other readers. */
function convolutionBehind(network: Network, value: string): Convolution | undefined {
  if (!network.onlyUser(value)) return undefined
  const node = network.producer(value)
  if (node && pointwise.has(node.opType)) return convolutionBehind(network, node.input[0] ?? '')
  return node?.opType === 'Conv' ? convolutionOf(network, node) : undefined
}

function reorder(
  network: Network,
  { node, weights, bias, outputs }: Convolution,
  first: Shuffle,
  second: Shuffle
): void {
  const from = Array.from({ length: outputs }, (_, channel) => sourceOf(channel, outputs, first.size, second.size))
  const row = weights.values.length / outputs
  const values = weights.values.map(
    (_, at) => weights.values[(from[Math.floor(at / row)] ?? 0) * row + (at % row)] ?? 0
  )
  const ordered = bias.map((_, channel) => bias[from[channel] ?? 0] ?? 0)
  const name = network.addFloats('weights', { dims: weights.dims, values })
  node.input = [node.input[0] ?? '', name, network.addFloats('bias', { dims: [outputs], values: ordered })]
  network.touched()
}

/** Which channel of two shuffles holds what one shuffle over both sizes looks for in `channel`. */
function sourceOf(channel: number, outputs: number, first: number, second: number): number {
  const both = first * second
  const channels = outputs / (both * both)
  const place = Math.floor(channel / channels)
  const [row, column] = [Math.floor(place / both), place % both]
  const outer = Math.floor(row / second) * first + Math.floor(column / second)
  const inner = (row % second) * second + (column % second)
  return (outer * second * second + inner) * channels + (channel % channels)
}
