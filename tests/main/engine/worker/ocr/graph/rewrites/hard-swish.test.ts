import { describe, expect, test } from 'vitest'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import type { Node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/model.ts'
import { mendHardSwish } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/hard-swish.ts'
import { constant } from '../graphs.ts'
import { type Case, image, outcomeOf } from './sketches.ts'

const scalars = [constant('three', [], [3]), constant('six', [], [6]), constant('zero', [], [0])]
const hardSwish = (input: string, output: string): Node[] => [
  node('Add', [input, 'three'], ['a']),
  node('Clip', ['a', 'zero', 'six'], ['c']),
  node('Mul', [input, 'c'], ['m']),
  node('Div', ['m', 'six'], [output])
]

describe('mendHardSwish', () => {
  test.each<Case>([
    {
      name: 'hard-swish becomes two nodes',
      input: image,
      nodes: hardSwish('x', 'y'),
      constants: scalars,
      changes: 1,
      ops: { HardSigmoid: 1, Mul: 1 }
    },
    {
      name: 'hard-swish with the limits as attributes becomes two nodes',
      opset: 10,
      input: image,
      nodes: hardSwish('x', 'y').map((part) =>
        part.opType === 'Clip' ? node('Clip', ['a'], ['c'], { min: { float: 0 }, max: { float: 6 } }) : part
      ),
      constants: scalars,
      changes: 1,
      ops: { HardSigmoid: 1, Mul: 1 }
    },
    {
      name: 'a clip at 5 is not hard-swish',
      input: image,
      nodes: hardSwish('x', 'y').map((part) =>
        part.opType === 'Clip' ? node('Clip', ['a', 'zero', 'five'], ['c']) : part
      ),
      constants: [...scalars, constant('five', [], [5])],
      changes: 0,
      ops: { Add: 1, Clip: 1, Mul: 1, Div: 1 }
    },
    {
      name: 'a gate that is read elsewhere too is left alone',
      input: image,
      nodes: [...hardSwish('x', 'h'), node('Add', ['h', 'c'], ['y'])],
      constants: scalars,
      changes: 0,
      ops: { Add: 2, Clip: 1, Mul: 1, Div: 1 }
    }
  ])('$name', async ({ changes, ops, ...sketch }) => {
    expect(await outcomeOf(mendHardSwish, sketch)).toEqual({ changes, ops, same: true })
  })
})
