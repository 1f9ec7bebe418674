import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import { shuffleTransposed } from '../../../../../../../../main/engine/worker/ocr/graph/rewrites/shuffle/transposed.ts'
import { constant } from '../../graphs.ts'
import { type Case, image, outcomeOf } from '../sketches.ts'

const enlarge = { strides: { ints: [2, 2] }, kernel_shape: { ints: [2, 2] } }

describe('shuffleTransposed', () => {
  test.each<Case>([
    {
      name: 'a transposed convolution without overlap becomes a 1x1 convolution and a shuffle',
      input: image,
      nodes: [node('ConvTranspose', ['x', 'v', 'c'], ['y'], enlarge)],
      constants: [constant('v', [4, 3, 2, 2]), constant('c', [3])],
      changes: 1,
      ops: { Conv: 1, DepthToSpace: 1 }
    },
    {
      name: 'a transposed convolution with overlap stays',
      input: image,
      nodes: [node('ConvTranspose', ['x', 'v'], ['y'], { strides: { ints: [2, 2] } })],
      constants: [constant('v', [4, 3, 3, 3])],
      changes: 0,
      ops: { ConvTranspose: 1 }
    },
    {
      name: 'a transposed convolution in groups stays',
      input: image,
      nodes: [node('ConvTranspose', ['x', 'v'], ['y'], { ...enlarge, group: { int: 2 } })],
      constants: [constant('v', [4, 2, 2, 2])],
      changes: 0,
      ops: { ConvTranspose: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(shuffleTransposed, sketch)).toEqual({ changes, ops, same: true })
  })
})
