import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import { mergePointwise } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/merge.ts'
import { constant } from '../graphs.ts'
import { type Case, image, outcomeOf } from './sketches.ts'

describe('mergePointwise', () => {
  test.each<Case>([
    {
      name: 'two 1x1 convolutions become one',
      input: image,
      nodes: [node('Conv', ['x', 'v', 'b'], ['c']), node('Conv', ['c', 'u'], ['y'])],
      constants: [constant('v', [4, 4, 1, 1]), constant('b', [4]), constant('u', [3, 4, 1, 1])],
      changes: 1,
      ops: { Conv: 1 }
    },
    {
      name: 'a narrow waist between two 1x1 convolutions is cheaper as it is',
      input: image,
      nodes: [node('Conv', ['x', 'v'], ['c']), node('Conv', ['c', 'u'], ['y'])],
      constants: [constant('v', [1, 4, 1, 1]), constant('u', [4, 1, 1, 1])],
      changes: 0,
      ops: { Conv: 2 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(mergePointwise, sketch)).toEqual({ changes, ops, same: true })
  })
})
