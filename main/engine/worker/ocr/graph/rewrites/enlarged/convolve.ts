import type { Network } from '../../network.ts'
import { intsOf, makeNode } from '../../onnx/attributes.ts'
import type { Node } from '../../onnx/model.ts'
import { type Convolution, convolutionOf } from '../convolution.ts'
import { makeShuffle } from '../shuffle/shuffle.ts'
import { type Part, partsOf } from './parts.ts'
import { weightsBeforeDoubling, weightsOfChannels } from './weights.ts'

/**
 * A 3x3 convolution over images of which some were enlarged by repeating pixels: of the nine values under the kernel
 * at most four differ. These images are convolved at half the size with 2x2 kernels, one for each pixel of a square,
 * the others as before, and the two results are added.
 */
export function convolveBeforeEnlarging(network: Network): number {
  let changed = 0
  for (const concat of network.nodes('Concat')) {
    const convolution = threeByThree(convolutionOf(network, network.onlyUser(concat.output[0])))
    const parts = convolution && partsOf(network, concat)
    const enlarged = parts?.filter((part) => part.enlarged) ?? []
    const plain = parts?.filter((part) => !part.enlarged) ?? []
    if (!convolution || enlarged.length === 0 || plain.length === 0) continue
    const [small, half] = convolveHalf(network, enlarged, convolution)
    const [large, whole] = convolveWhole(network, plain, convolution)
    network.replace(
      [...enlarged.flatMap((part) => part.enlarged?.node ?? []), concat, convolution.node],
      [...half, ...whole, makeNode('Add', [large, small], [...convolution.node.output])]
    )
    changed += 1
  }
  return changed
}

function threeByThree(convolution: Convolution | undefined): Convolution | undefined {
  if (convolution?.node.opType !== 'Conv' || convolution.group !== 1) return undefined
  const { node, weights } = convolution
  const pads = intsOf(node, 'pads') ?? []
  const ones = [...(intsOf(node, 'strides') ?? []), ...(intsOf(node, 'dilations') ?? []), ...pads]
  const fits = weights.dims.slice(2).join() === '3,3' && pads.length === 4
  return fits && ones.every((value) => value === 1) ? convolution : undefined
}

/** The images that are not enlarged, with their weights and the bias of all. */
function convolveWhole(network: Network, parts: readonly Part[], { weights, bias }: Convolution): [string, Node[]] {
  const [image, result] = [network.fresh('image'), network.fresh('large')]
  const own = weightsOfChannels(weights, channelsIn(parts))
  const constants = [
    network.addFloats('weights', own),
    network.addFloats('bias', { dims: [bias.length], values: bias })
  ]
  const join = makeNode(
    'Concat',
    parts.map((part) => part.value),
    [image],
    { axis: { int: 1 } }
  )
  return [result, [join, makeNode('Conv', [image, ...constants], [result], kernel(3))]]
}

/** The others, enlarged to half the size only; the squares are put in place at the end. */
function convolveHalf(network: Network, parts: readonly Part[], { weights, outputs }: Convolution): [string, Node[]] {
  const images = parts.map((part) => halfEnlarged(network, part))
  const [image, squares] = [network.fresh('image'), network.fresh('squares')]
  const [ordered, result] = [network.fresh('ordered'), network.fresh('small')]
  const own = network.addFloats('weights', weightsBeforeDoubling(weights, channelsIn(parts)))
  const places = [0, 1, 2, 3].map((place) => cutOut(network, squares, place, outputs))
  const nodes = [
    ...images.flatMap(([, node]) => node ?? []),
    makeNode(
      'Concat',
      images.map(([value]) => value),
      [image],
      { axis: { int: 1 } }
    ),
    makeNode('Conv', [image, own], [squares], kernel(2)),
    ...places,
    makeNode(
      'Concat',
      places.flatMap((place) => place.output),
      [ordered],
      { axis: { int: 1 } }
    ),
    makeShuffle(ordered, result, 2)
  ]
  return [result, nodes]
}

/** One pixel of padding all around: a 2x2 kernel then stands at one more place than there are pixels, each way. */
const kernel = (side: number) => ({ kernel_shape: { ints: [side, side] }, pads: { ints: [1, 1, 1, 1] } })

const channelsIn = (parts: readonly Part[]): number[] => parts.flatMap((part) => part.channels)

function halfEnlarged(network: Network, { value, enlarged }: Part): [string, Node?] {
  const [data = '', region = ''] = enlarged?.node.input ?? []
  if (!enlarged || enlarged.factor === 2) return [enlarged ? data : value]
  const half = enlarged.factor / 2
  const scales = network.addFloats('scales', { dims: [4], values: Float32Array.of(1, 1, half, half) })
  const output = network.fresh('half')
  return [output, { ...enlarged.node, name: output, input: [data, region, scales], output: [output] }]
}

/** Without the last row or column, or to the very end. */
const end = (start: number): number => (start === 0 ? -1 : Number.MAX_SAFE_INTEGER)

/** The channels for one pixel of the square, from where its kernels begin: the last place or the first is not its. */
function cutOut(network: Network, squares: string, place: number, outputs: number): Node {
  const [row, column] = [Math.floor(place / 2), place % 2]
  const starts = network.addIntegers('starts', [place * outputs, row, column])
  const ends = network.addIntegers('ends', [(place + 1) * outputs, end(row), end(column)])
  return makeNode('Slice', [squares, starts, ends, network.addIntegers('axes', [1, 2, 3])], [network.fresh('place')])
}
