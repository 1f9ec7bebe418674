import type { Network } from '../network.ts'
import { makeNode } from '../onnx/attributes.ts'
import type { Node } from '../onnx/model.ts'
import { Chain } from './chain.ts'
import { pointwise } from './channels.ts'
import { type Convolution, convolutionOf, pointwiseOf } from './convolution.ts'
import { scalarAffine } from './forward.ts'

interface GatedProjection {
  readonly projection: Convolution
  /** Pools the projection; the gate is made of that. */
  readonly pool: Node
  /** Value name, [batch, outputs, 1, 1]. */
  readonly gate: string
  readonly multiply: Node
}

/**
 * A 1x1 convolution that makes many channels of few, each then multiplied with a gate of its own: the gate moves into
 * the weights, which are small, and one matrix product takes the place of two passes over a large image. The pool
 * that feeds the gate commutes with the convolution and looks at the few channels as well.
 */
export function gateWeights(network: Network): number {
  let changed = 0
  for (const multiply of network.nodes('Mul')) {
    const found = gatedProjection(network, multiply)
    if (!found) continue
    poolBefore(network, found)
    multiplyWeights(network, found)
    changed += 1
  }
  return changed
}

function gatedProjection(network: Network, multiply: Node): GatedProjection | undefined {
  for (const [data = '', gate = ''] of [multiply.input, multiply.input.toReversed()]) {
    const projection = pointwiseOf(convolutionOf(network, network.producer(data)))
    const users = network.users(data)
    const pool = users.find((user) => user.opType === 'GlobalAveragePool')
    if (!projection || !pool || users.length !== 2 || !users.includes(multiply) || network.isOutput(data)) continue
    const widens = projection.outputs >= 2 * (projection.weights.dims[1] ?? 0)
    if (widens && projection.bias.every((value) => value === 0) && comesFrom(network, gate, pool)) {
      return { projection, pool, gate, multiply }
    }
  }
  return undefined
}

/** Whether `value` is made of the pool by steps that keep height and width at 1. */
function comesFrom(network: Network, value: string, pool: Node): boolean {
  const node = network.producer(value)
  if (!node || node === pool) return node === pool
  const narrow = pointwise.has(node.opType) || pointwiseOf(convolutionOf(network, node)) !== undefined
  const data = narrow ? node.input[0] : scalarAffine(network, node)?.data
  return data !== undefined && (narrow || ['Add', 'Mul'].includes(node.opType)) && comesFrom(network, data, pool)
}

function poolBefore(network: Network, { projection, pool }: GatedProjection): void {
  const pooled = network.fresh('pooled')
  const [data = '', ...constants] = projection.node.input
  network.replace(
    [pool],
    [
      makeNode('GlobalAveragePool', [data], [pooled]),
      { ...projection.node, name: `${pooled}.projected`, input: [pooled, ...constants], output: pool.output }
    ]
  )
}

function multiplyWeights(network: Network, { projection, gate, multiply }: GatedProjection): void {
  const { node, outputs, weights } = projection
  const inputs = weights.dims[1] ?? 0
  const [data = ''] = node.input
  const chain = new Chain(network)
  const rows = chain.add('Reshape', [gate, chain.integers(0, outputs, 1)])
  const matrix = network.addFloats('weights', { dims: [outputs, inputs], values: weights.values })
  const pixels = chain.add('Reshape', [data, chain.integers(0, inputs, -1)])
  const product = chain.add('MatMul', [chain.add('Mul', [rows, matrix]), pixels])
  const shape = chain.add('Shape', [data])
  const batch = chain.add('Gather', [shape, chain.integers(0)], { axis: { int: 0 } })
  const heightAndWidth = chain.add('Gather', [shape, chain.integers(2, 3)], { axis: { int: 0 } })
  const whole = chain.add('Concat', [batch, chain.integers(outputs), heightAndWidth], { axis: { int: 0 } })
  chain.add('Reshape', [product, whole], {}, multiply.output[0])
  network.replace([node, multiply], chain.nodes)
}
