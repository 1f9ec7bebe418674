import type { Network } from '../../network.ts'
import { intOf, stringOf } from '../../onnx/attributes.ts'
import type { Node } from '../../onnx/model.ts'
import { channelsOf } from '../channels.ts'

/** One input of a `Concat` along the channels. */
export interface Part {
  readonly value: string
  /** Its channels among those of the whole. */
  readonly channels: readonly number[]
  /** Where its pixels are repeated `factor` times each way to fit the others. */
  readonly enlarged?: { readonly node: Node; readonly factor: number }
}

/** The inputs of a `Concat` along the channels; undefined when the graph does not show how many channels each has. */
export function partsOf(network: Network, concat: Node): Part[] | undefined {
  if (intOf(concat, 'axis', 0) !== 1) return undefined
  const parts: Part[] = []
  let first = 0
  for (const value of concat.input) {
    const enlarged = enlargement(network, network.producer(value), concat)
    const count = channelsOf(network, enlarged ? enlarged.node.input[0] : value)
    if (count === undefined) return undefined
    const channels = Array.from({ length: count }, (_, at) => first + at)
    parts.push({ value, channels, ...(enlarged ? { enlarged } : {}) })
    first += count
  }
  return parts
}

/** A `Resize` that repeats each pixel an even number of times, both ways alike, for `user` alone. */
function enlargement(network: Network, node: Node | undefined, user: Node): Part['enlarged'] {
  if (node?.opType !== 'Resize' || node.input.length !== 3 || network.onlyUser(node.output[0]) !== user)
    return undefined
  const [batch, channel, height = 0, width] = network.floats(node.input[2])?.values ?? []
  const even = batch === 1 && channel === 1 && height === width && height >= 2 && height % 2 === 0
  const modes = ['mode', 'coordinate_transformation_mode', 'nearest_mode'].map((name) => stringOf(node, name))
  return even && modes.join() === 'nearest,asymmetric,floor' ? { node, factor: height } : undefined
}
