import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import type { Node } from '../../../../../../../../main/engine/worker/ocr/graph/onnx/model.ts'
import { convolveBeforeEnlarging } from '../../../../../../../../main/engine/worker/ocr/graph/rewrites/enlarged/convolve.ts'
import { constant } from '../../graphs.ts'
import { type Case, outcomeOf, pads, weights } from '../sketches.ts'

const modes = { mode: 'nearest', coordinate_transformation_mode: 'asymmetric', nearest_mode: 'floor' }
const repeat = (input: string, factors: string, output: string): Node => ({
  ...node('Resize', [input, 'none', factors], [output]),
  attribute: Object.entries(modes).map(([name, mode]) => ({ name, type: 3, s: Buffer.from(mode) }))
})
const average = (side: number) => ({ kernel_shape: { ints: [side, side] }, strides: { ints: [side, side] } })
/** Three images of 3, 2 and 4 channels; the first two from a quarter and from half the size. */
const enlargedParts = [
  node('Conv', ['x', 'w', 'b'], ['l'], pads(1)),
  node('AveragePool', ['l'], ['l2'], average(2)),
  node('AveragePool', ['l2'], ['l4'], average(2)),
  node('Conv', ['l4', 'w4'], ['c4']),
  node('Conv', ['l2', 'w2'], ['c2']),
  repeat('c4', 'by4', 'e4'),
  repeat('c2', 'by2', 'e2')
]
const pyramid = [
  ...weights,
  constant('w4', [3, 4, 1, 1]),
  constant('w2', [2, 4, 1, 1]),
  constant('by4', [4], [1, 1, 4, 4]),
  constant('by2', [4], [1, 1, 2, 2]),
  constant('none', [0])
]

describe('convolveBeforeEnlarging', () => {
  test.each<Case>([
    {
      name: 'enlarged images are convolved at half the size',
      input: [2, 4, 8, 12],
      nodes: [
        ...enlargedParts,
        node('Concat', ['e4', 'e2', 'l'], ['j'], { axis: { int: 1 } }),
        node('Conv', ['j', 'k', 'b'], ['y'], pads(1))
      ],
      constants: [...pyramid, constant('k', [4, 9, 3, 3])],
      changes: 1,
      ops: { Conv: 5, Resize: 1, Concat: 3, Slice: 4, DepthToSpace: 1, Add: 1, AveragePool: 2 }
    },
    {
      name: 'enlarged images stay before a convolution with another stride',
      input: [2, 4, 8, 12],
      nodes: [
        ...enlargedParts,
        node('Concat', ['e4', 'e2', 'l'], ['j'], { axis: { int: 1 } }),
        node('Conv', ['j', 'k', 'b'], ['y'], { ...pads(1), strides: { ints: [2, 2] } })
      ],
      constants: [...pyramid, constant('k', [4, 9, 3, 3])],
      changes: 0,
      ops: { Conv: 4, Resize: 2, Concat: 1, AveragePool: 2 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(convolveBeforeEnlarging, sketch)).toEqual({ changes, ops, same: true })
  })
})
