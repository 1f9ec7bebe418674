import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import {
  delayShuffle,
  delayShuffleOfConvolution
} from '../../../../../../../../main/engine/worker/ocr/graph/rewrites/shuffle/delay.ts'
import { constant } from '../../graphs.ts'
import { type Case, image, outcomeOf, shuffle } from '../sketches.ts'

describe('delayShuffle', () => {
  test.each<Case>([
    {
      name: 'a shuffle waits for a pointwise operator',
      input: image,
      nodes: [shuffle('x', 's'), node('Sigmoid', ['s'], ['y'])],
      changes: 1,
      ops: { Sigmoid: 1, DepthToSpace: 1 }
    },
    {
      name: 'a shuffle in the newer order of channels is left alone',
      input: image,
      nodes: [
        {
          ...shuffle('x', 's'),
          attribute: [...shuffle('x', 's').attribute, { name: 'mode', type: 3, s: Buffer.from('CRD') }]
        },
        node('Sigmoid', ['s'], ['y'])
      ],
      changes: 0,
      ops: { Sigmoid: 1, DepthToSpace: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(delayShuffle, sketch)).toEqual({ changes, ops, same: true })
  })
})

describe('delayShuffleOfConvolution', () => {
  test.each<Case>([
    {
      name: 'a shuffle waits for a 1x1 convolution',
      input: [2, 8, 3, 5],
      nodes: [shuffle('x', 's'), node('Conv', ['s', 'v', 'c'], ['y'])],
      constants: [constant('v', [3, 2, 1, 1]), constant('c', [3])],
      changes: 1,
      ops: { Conv: 1, DepthToSpace: 1 }
    },
    {
      name: 'a shuffle does not wait for a convolution that looks at neighbours',
      input: [2, 8, 3, 5],
      nodes: [shuffle('x', 's'), node('Conv', ['s', 'v'], ['y'])],
      constants: [constant('v', [3, 2, 3, 3])],
      changes: 0,
      ops: { Conv: 1, DepthToSpace: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(delayShuffleOfConvolution, sketch)).toEqual({ changes, ops, same: true })
  })
})
