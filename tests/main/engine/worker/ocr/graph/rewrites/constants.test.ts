import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import { liftConstants } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/constants.ts'
import { constant } from '../graphs.ts'
import { type Case, image, outcomeOf } from './sketches.ts'

describe('liftConstants', () => {
  test.each<Case>([
    {
      name: 'constants become initializers',
      input: image,
      nodes: [
        { ...node('Constant', [], ['k']), attribute: [{ name: 'value', type: 4, t: constant('', [1], [2]) }] },
        node('Mul', ['x', 'k'], ['y'])
      ],
      changes: 1,
      ops: { Mul: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(liftConstants, sketch)).toEqual({ changes, ops, same: true })
  })
})
