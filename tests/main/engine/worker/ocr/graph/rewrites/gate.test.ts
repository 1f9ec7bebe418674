import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import { shortenGate } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/gate.ts'
import { constant } from '../graphs.ts'
import { type Case, image, outcomeOf } from './sketches.ts'

const squeeze = [
  node('GlobalAveragePool', ['x'], ['p']),
  node('Conv', ['p', 'v'], ['e']),
  node('HardSigmoid', ['e'], ['g'])
]

describe('shortenGate', () => {
  test.each<Case>([
    {
      name: 'a gated image is added to itself by opening the gate',
      input: image,
      nodes: [...squeeze, node('Mul', ['x', 'g'], ['m']), node('Add', ['m', 'x'], ['y'])],
      constants: [constant('v', [4, 4, 1, 1])],
      changes: 1,
      ops: { GlobalAveragePool: 1, Conv: 1, HardSigmoid: 1, Add: 1, Mul: 1 }
    },
    {
      name: 'a gated image is not added to another one',
      input: image,
      nodes: [...squeeze, node('Mul', ['x', 'g'], ['m']), node('Relu', ['x'], ['r']), node('Add', ['m', 'r'], ['y'])],
      constants: [constant('v', [4, 4, 1, 1])],
      changes: 0,
      ops: { GlobalAveragePool: 1, Conv: 1, HardSigmoid: 1, Add: 1, Mul: 1, Relu: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(shortenGate, sketch)).toEqual({ changes, ops, same: true })
  })
})
