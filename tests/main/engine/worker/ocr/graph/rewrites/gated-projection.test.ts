import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import { gateWeights } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/gated-projection.ts'
import { constant } from '../graphs.ts'
import { type Case, outcomeOf } from './sketches.ts'

const projected = [
  node('Conv', ['x', 'few'], ['p']),
  node('GlobalAveragePool', ['p'], ['q']),
  node('Conv', ['q', 'v'], ['e']),
  node('HardSigmoid', ['e'], ['g']),
  node('Add', ['g', 'one'], ['o']),
  node('Mul', ['p', 'o'], ['y'])
]

describe('gateWeights', () => {
  test.each<Case>([
    {
      name: 'a gate moves into the weights that make many channels of few',
      input: [2, 2, 5, 7],
      nodes: projected,
      constants: [constant('few', [6, 2, 1, 1]), constant('v', [6, 6, 1, 1]), constant('one', [1], [1])],
      changes: 1,
      ops: {
        GlobalAveragePool: 1,
        Conv: 2,
        HardSigmoid: 1,
        Add: 1,
        Mul: 1,
        MatMul: 1,
        Reshape: 3,
        Shape: 1,
        Gather: 2,
        Concat: 1
      }
    },
    {
      name: 'a gate stays where as many channels come in as go out',
      input: [2, 6, 5, 7],
      nodes: projected,
      constants: [constant('few', [6, 6, 1, 1]), constant('v', [6, 6, 1, 1]), constant('one', [1], [1])],
      changes: 0,
      ops: { GlobalAveragePool: 1, Conv: 2, HardSigmoid: 1, Add: 1, Mul: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(gateWeights, sketch)).toEqual({ changes, ops, same: true })
  })
})
