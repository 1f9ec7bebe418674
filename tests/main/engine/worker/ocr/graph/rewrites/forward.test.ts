import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import {
  foldScaleForward,
  foldShiftForward
} from '../../../../../../../main/engine/worker/ocr/graph/rewrites/forward.ts'
import { constant } from '../graphs.ts'
import { type Case, conv, image, outcomeOf, pads, weights } from './sketches.ts'

describe('foldScaleForward', () => {
  test.each<Case>([
    {
      name: 'a factor moves into all convolutions behind it, padded or not',
      input: image,
      nodes: [
        node('Mul', ['k', 'x'], ['m']),
        conv('m', 'c', pads(1)),
        node('Conv', ['m', 'v'], ['d'], { ...pads(1), group: { int: 4 } }),
        node('Add', ['c', 'd'], ['y'])
      ],
      constants: [...weights, constant('v', [4, 1, 3, 3]), constant('k', [1], [0.3])],
      changes: 1,
      ops: { Conv: 2, Add: 1 }
    },
    {
      name: 'a factor stays when something else reads its result',
      input: image,
      nodes: [node('Mul', ['k', 'x'], ['m']), conv('m', 'c', pads(1)), node('Add', ['c', 'm'], ['y'])],
      constants: [...weights, constant('k', [1], [0.3])],
      changes: 0,
      ops: { Mul: 1, Conv: 1, Add: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(foldScaleForward, sketch)).toEqual({ changes, ops, same: true })
  })
})

describe('foldShiftForward', () => {
  test.each<Case>([
    {
      name: 'a shift moves into a convolution without padding',
      input: image,
      nodes: [node('Add', ['x', 't'], ['s']), conv('s', 'y')],
      constants: [...weights, constant('t', [1], [0.7])],
      changes: 1,
      ops: { Conv: 1 }
    },
    {
      name: 'a shift stays before a convolution with padding',
      input: image,
      nodes: [node('Add', ['x', 't'], ['s']), conv('s', 'y', pads(1))],
      constants: [...weights, constant('t', [1], [0.7])],
      changes: 0,
      ops: { Add: 1, Conv: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(foldShiftForward, sketch)).toEqual({ changes, ops, same: true })
  })
})
