import type { Network } from '../network.ts'
import type { Node } from '../onnx/model.ts'
import { type Convolution, convolutionOf, hasPadding, transformInput } from './convolution.ts'

/** A constant factor in front of convolutions, and of nothing else, moves into their weights. */
export function foldScaleForward(network: Network): number {
  return foldForward(network, 'Mul', () => true)
}

/** So does a constant shift, but only where no padding follows: the zeros of the padding were never shifted. */
export function foldShiftForward(network: Network): number {
  return foldForward(network, 'Add', ({ node }) => !hasPadding(node))
}

function foldForward(network: Network, opType: 'Mul' | 'Add', exact: (next: Convolution) => boolean): number {
  let folded = 0
  for (const node of network.nodes(opType)) {
    const found = scalarAffine(network, node)
    const following = found && convolutionsAfter(network, node.output[0])
    if (!found || !following?.every(exact)) continue
    for (const next of following) {
      if (opType === 'Mul') transformInput(network, next, found.value, 0)
      else transformInput(network, next, 1, found.value)
    }
    network.redirect(node.output[0] ?? '', found.data)
    network.replace([node], [])
    folded += 1
  }
  return folded
}

/** The data input and the one constant of a `Mul` or `Add`. */
export function scalarAffine(network: Network, node: Node): { data: string; value: number } | undefined {
  const at = node.input.findIndex((name) => network.scalar(name) !== undefined)
  const data = node.input[1 - at]
  const constant = network.floats(node.input[at])
  const [value] = constant?.values ?? []
  // A constant of more dimensions than the data would change the data's shape; up to four are safe before 2D kernels.
  return at < 0 || data === undefined || value === undefined || (constant?.dims.length ?? 0) > 4
    ? undefined
    : { data, value }
}

/** Every reader of `value`, when all are convolutions that read it as data (`Conv` only: one rule of shapes less). */
export function convolutionsAfter(network: Network, value: string | undefined): Convolution[] | undefined {
  if (value === undefined || network.isOutput(value)) return undefined
  const following = network.users(value).map((user) => {
    const dataOnly = user.opType === 'Conv' && user.input.indexOf(value) === 0 && user.input.lastIndexOf(value) === 0
    return dataOnly ? convolutionOf(network, user) : undefined
  })
  const known = following.filter((next) => next !== undefined)
  return known.length > 0 && known.length === following.length ? known : undefined
}
