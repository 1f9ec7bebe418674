import type { Network } from '../../network.ts'
import { intOf, intsOf, makeNode } from '../../onnx/attributes.ts'
import { type Convolution, convolutionOf, hasPadding } from '../convolution.ts'
import { makeShuffle } from './shuffle.ts'

/** A transposed convolution without overlap becomes a 1x1 convolution and a shuffle. */
export function shuffleTransposed(network: Network): number {
  let changed = 0
  for (const node of network.nodes('ConvTranspose')) {
    const transposed = convolutionOf(network, node)
    const size = transposed && sideOf(transposed)
    if (!transposed || size === undefined) continue
    const { bias, outputs } = transposed
    const [inputs = 0] = transposed.weights.dims
    const dims = [size * size * outputs, inputs, 1, 1]
    const weights = network.addFloats('weights', { dims, values: spread(transposed, inputs, size * size) })
    const repeated = Float32Array.from({ length: size * size * outputs }, (_, at) => bias[at % outputs] ?? 0)
    const biasName = network.addFloats('bias', { dims: [repeated.length], values: repeated })
    const squares = network.fresh('squares')
    network.replace(
      [node],
      [
        makeNode('Conv', [node.input[0] ?? '', weights, biasName], [squares], { kernel_shape: { ints: [1, 1] } }),
        makeShuffle(squares, node.output[0] ?? '', size)
      ]
    )
    changed += 1
  }
  return changed
}

/** Side of the square that each pixel becomes; undefined when squares overlap, leave gaps or are no squares. */
function sideOf({ node, weights, group }: Convolution): number | undefined {
  const [, , height, width] = weights.dims
  const strides = intsOf(node, 'strides') ?? []
  const even = weights.dims.length === 4 && height === width && strides.length === 2
  const fitting = strides.every((stride) => stride === height)
  const plain = group === 1 && !hasPadding(node) && intsOf(node, 'output_padding') === undefined
  const close = (intsOf(node, 'dilations') ?? []).every((dilation) => dilation === 1)
  const sized = intsOf(node, 'output_shape') !== undefined || intOf(node, 'auto_pad', 0) !== 0
  return even && fitting && plain && close && !sized ? height : undefined
}

/** From [input, output, place in the square] to [place, output, input]. */
function spread({ weights, outputs }: Convolution, inputs: number, places: number): Float32Array {
  return weights.values.map((_, at) => {
    const input = at % inputs
    const output = Math.floor(at / inputs) % outputs
    const place = Math.floor(at / (inputs * outputs))
    return weights.values[(input * outputs + output) * places + place] ?? 0
  })
}
