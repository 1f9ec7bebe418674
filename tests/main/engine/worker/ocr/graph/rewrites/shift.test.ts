import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import { shiftByConvolution } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/shift.ts'
import { constant } from '../graphs.ts'
import { type Case, conv, image, outcomeOf, pads, weights } from './sketches.ts'

describe('shiftByConvolution', () => {
  test.each<Case>([
    {
      name: 'factor and shift before a padded convolution become a convolution of their own',
      input: image,
      nodes: [
        conv('x', 'c'),
        node('Relu', ['c'], ['r']),
        node('Mul', ['r', 'k'], ['m']),
        node('Add', ['t', 'm'], ['s']),
        conv('s', 'y', pads(1))
      ],
      constants: [...weights, constant('k', [1], [1.3]), constant('t', [1], [0.7])],
      changes: 1,
      ops: { Conv: 3, Relu: 1 }
    },
    {
      name: 'a lone shift behind hard-swish becomes a convolution, whoever reads it',
      input: image,
      nodes: [
        conv('x', 'c'),
        node('HardSigmoid', ['c'], ['g']),
        node('Mul', ['c', 'g'], ['h']),
        node('Add', ['h', 't'], ['y'])
      ],
      constants: [...weights, constant('t', [1], [0.7])],
      changes: 1,
      ops: { Conv: 2, HardSigmoid: 1, Mul: 1 }
    },
    {
      name: 'a shift of something with an unknown number of channels stays',
      input: image,
      nodes: [node('Add', ['x', 't'], ['y'])],
      constants: [constant('t', [1], [0.7])],
      changes: 0,
      ops: { Add: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(shiftByConvolution, sketch)).toEqual({ changes, ops, same: true })
  })
})
