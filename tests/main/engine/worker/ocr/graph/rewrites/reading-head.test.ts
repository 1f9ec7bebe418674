import { describe, expect, test } from 'vitest'
import { Network } from '../../../../../../../main/engine/worker/ocr/graph/network.ts'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import type { Node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/model.ts'
import { addReadingHead } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/reading-head.ts'
import { constant, copyOf, largestDifference, modelOf, run } from '../graphs.ts'

describe('addReadingHead', () => {
  test.each([1, 7, 12, 53 * 125])('finds the best of %i classes and its probability', async (classes) => {
    const input = [2, 5, classes]
    const nodes = [node('Softmax', ['x'], ['y'], { axis: { int: 2 } })]
    const original = modelOf({ input, nodes, outputs: { y: [0, 0, classes] } })
    const rewritten = copyOf(original)
    expect(addReadingHead(new Network(rewritten))).toBe(1)
    const { y = [] } = await run(original, input)
    const { indices = [], confidences = [] } = await run(rewritten, input)
    const rows = Array.from({ length: 10 }, (_, step) => y.slice(step * classes, (step + 1) * classes))
    expect(indices).toEqual(rows.map((row) => row.indexOf(Math.max(...row))))
    const best = rows.map((row) => Math.max(...row))
    expect(largestDifference(best, confidences)).toBeLessThan(1e-5)
  })

  test.each([9, 13, 18, 21])('is valid in version %i of the operators', async (opset) => {
    const nodes = [node('Softmax', ['x'], ['y'], { axis: { int: 2 } })]
    const model = modelOf({ input: [2, 5, 12], nodes, outputs: { y: [0, 0, 12] }, opset })
    addReadingHead(new Network(model))
    expect((await run(model, [2, 5, 12]))['indices']).toHaveLength(10)
  })

  test('takes the first of two classes that are equally likely, as a search would', async () => {
    const input = [1, 1, 6]
    const nodes = [
      node('Mul', ['x', 'none'], ['flat']),
      node('Add', ['flat', 'scores'], ['s']),
      node('Softmax', ['s'], ['y'], { axis: { int: 2 } })
    ]
    // As a table of two rows: the maximum stands at the end of the first row and at the start of the second.
    const constants = [constant('none', [1], [0]), constant('scores', [6], [0, 0, 2, 2, 0, 0])]
    const model = modelOf({ input, nodes, constants, outputs: { y: [0, 0, 6] } })
    addReadingHead(new Network(model))
    expect(await run(model, input)).toMatchObject({ indices: [2] })
  })

  test.each<[string, Node, number[]]>([
    ['without a softmax at the end', node('Relu', ['x'], ['y']), [0, 0, 7]],
    ['along another axis', node('Softmax', ['x'], ['y'], { axis: { int: 1 } }), [0, 0, 7]],
    ['of an unknown number of classes', node('Softmax', ['x'], ['y'], { axis: { int: 2 } }), [0, 0, 0]]
  ])('leaves a network %s', (_, last, sizes) => {
    const model = modelOf({ input: [2, 5, 7], nodes: [last], outputs: { y: sizes } })
    expect(addReadingHead(new Network(model))).toBe(0)
    expect(model.graph.output.map((output) => output.name)).toEqual(['y'])
  })
})
