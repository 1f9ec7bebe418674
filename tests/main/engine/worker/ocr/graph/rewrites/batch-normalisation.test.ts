import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import type { Node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/model.ts'
import { foldBatchNormalisation } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/batch-normalisation.ts'
import { constant } from '../graphs.ts'
import { type Case, conv, image, outcomeOf, weights } from './sketches.ts'

const normalisation = [
  constant('gain', [4]),
  constant('shift', [4]),
  constant('mean', [4]),
  constant('variance', [4], [0.5, 1, 1.5, 2])
]
const normalise = (input: string, output: string): Node =>
  node('BatchNormalization', [input, 'gain', 'shift', 'mean', 'variance'], [output], { epsilon: { float: 1e-5 } })

describe('foldBatchNormalisation', () => {
  test.each<Case>([
    {
      name: 'a normalisation moves into the convolution before it',
      input: image,
      nodes: [conv('x', 'c'), normalise('c', 'y')],
      constants: [...weights, ...normalisation],
      changes: 1,
      ops: { Conv: 1 }
    },
    {
      name: 'a normalisation moves into a transposed convolution in groups',
      input: image,
      nodes: [
        node('ConvTranspose', ['x', 'w'], ['c'], { group: { int: 2 }, strides: { ints: [2, 2] } }),
        normalise('c', 'y')
      ],
      constants: [constant('w', [4, 2, 2, 2]), ...normalisation],
      changes: 1,
      ops: { ConvTranspose: 1 }
    },
    {
      name: 'a normalisation stays when the convolution has another reader',
      input: image,
      nodes: [conv('x', 'c'), normalise('c', 'n'), node('Add', ['c', 'n'], ['y'])],
      constants: [...weights, ...normalisation],
      changes: 0,
      ops: { Conv: 1, BatchNormalization: 1, Add: 1 }
    },
    {
      name: 'a normalisation stays behind anything but a convolution',
      input: image,
      nodes: [node('Relu', ['x'], ['r']), normalise('r', 'y')],
      constants: normalisation,
      changes: 0,
      ops: { Relu: 1, BatchNormalization: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(foldBatchNormalisation, sketch)).toEqual({ changes, ops, same: true })
  })
})
