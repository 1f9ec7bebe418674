import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import { foldAffine } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/affine.ts'
import { constant } from '../graphs.ts'
import { type Case, conv, image, outcomeOf, pads, weights } from './sketches.ts'

describe('foldAffine', () => {
  test.each<Case>([
    {
      name: 'factor and shift move into the convolution, on whichever side they stand',
      input: image,
      nodes: [conv('x', 'c'), node('Mul', ['k', 'c'], ['m']), node('Add', ['m', 't'], ['y'])],
      constants: [...weights, constant('k', [1], [1.7]), constant('t', [1, 4, 1, 1])],
      changes: 2,
      ops: { Conv: 1 }
    },
    {
      name: 'a shift by channel moves into a transposed convolution',
      input: image,
      nodes: [node('ConvTranspose', ['x', 'w'], ['c'], { strides: { ints: [2, 2] } }), node('Add', ['c', 't'], ['y'])],
      constants: [constant('w', [4, 3, 2, 2]), constant('t', [1, 3, 1, 1])],
      changes: 1,
      ops: { ConvTranspose: 1 }
    },
    {
      name: 'a constant along the width is not one by channel',
      input: [1, 4, 6, 4],
      nodes: [conv('x', 'c', pads(1)), node('Mul', ['c', 'k'], ['y'])],
      constants: [...weights, constant('k', [4])],
      changes: 0,
      ops: { Conv: 1, Mul: 1 }
    },
    {
      name: 'the sum of two convolutions is not a shift',
      input: image,
      nodes: [conv('x', 'c'), conv('x', 'd'), node('Add', ['c', 'd'], ['y'])],
      constants: weights,
      changes: 0,
      ops: { Conv: 2, Add: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(foldAffine, sketch)).toEqual({ changes, ops, same: true })
  })
})
