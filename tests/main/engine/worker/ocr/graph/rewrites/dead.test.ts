import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import { removeDead } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/dead.ts'
import { constant } from '../graphs.ts'
import { type Case, image, outcomeOf } from './sketches.ts'

describe('removeDead', () => {
  test.each<Case>([
    {
      name: 'what no output needs is removed: two nodes and a constant',
      input: image,
      nodes: [node('Relu', ['x'], ['y']), node('Mul', ['x', 'k'], ['a']), node('Relu', ['a'], ['b'])],
      constants: [constant('k', [1], [2])],
      changes: 3,
      ops: { Relu: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(removeDead, sketch)).toEqual({ changes, ops, same: true })
  })
})
