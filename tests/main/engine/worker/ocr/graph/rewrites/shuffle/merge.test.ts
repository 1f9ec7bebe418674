import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import { mergeShuffles } from '../../../../../../../../main/engine/worker/ocr/graph/rewrites/shuffle/merge.ts'
import { constant } from '../../graphs.ts'
import { type Case, image, outcomeOf, shuffle } from '../sketches.ts'

describe('mergeShuffles', () => {
  test.each<Case>([
    {
      name: 'two shuffles of different size become one',
      input: image,
      nodes: [
        node('Conv', ['x', 'v', 'c'], ['a']),
        node('Relu', ['a'], ['r']),
        shuffle('r', 's', 3),
        shuffle('s', 'y', 2)
      ],
      constants: [constant('v', [72, 4, 1, 1]), constant('c', [72])],
      changes: 1,
      ops: { Conv: 1, Relu: 1, DepthToSpace: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(mergeShuffles, sketch)).toEqual({ changes, ops, same: true })
  })
})
