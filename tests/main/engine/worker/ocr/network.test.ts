import { InferenceSession } from 'onnxruntime-node'
import { describe, expect, it } from 'vitest'
import { encodeModel } from '../../../../../main/engine/worker/ocr/graph/onnx/codec.ts'
import { attributeTypes, dataTypes, type Node } from '../../../../../main/engine/worker/ocr/graph/onnx/model.ts'
import { detectorOf, recogniserOf } from '../../../../../main/engine/worker/ocr/network.ts'
import { modelOf } from './graph/graphs.ts'

/** A reduction of one axis, which is left out of the answer. */
function reduction(opType: 'ReduceMean' | 'ReduceMax' | 'ArgMax', axis: number, input: string, output: string): Node {
  const { int, ints } = attributeTypes
  const along = opType === 'ArgMax' ? { name: 'axis', type: int, i: axis } : { name: 'axes', type: ints, ints: [axis] }
  return { opType, input: [input], output: [output], attribute: [along, { name: 'keepdims', type: int, i: 0 }] }
}

/** Probabilities `[lines, height, width]`: the rows of a picture are the steps, its columns the classes. */
const probabilities = reduction('ReduceMean', 1, 'x', 'y')

async function open(nodes: readonly Node[], outputs: Readonly<Record<string, readonly number[]>>) {
  const model = modelOf({ input: [0, 3, 0, 0], nodes, outputs })
  for (const { name, type } of model.graph.output)
    if (name === 'indices' && type?.tensorType) type.tensorType.elemType = dataTypes.int64
  return await InferenceSession.create(encodeModel(model), { logSeverityLevel: 3 })
}

/** Two lines of two steps over three classes; all planes are the same. */
const lines = [
  [0.1, 0.7, 0.2, 0.5, 0.25, 0.25],
  [0.1, 0.1, 0.8, 0.3, 0.6, 0.1]
]
const values = Float32Array.from(lines.flatMap((line) => [...line, ...line, ...line]))
const shape = { lines: 2, height: 2, width: 3 }

describe('recogniserOf', () => {
  it.each([
    ['that answers probabilities', [probabilities], { y: [0, 0, 0] }],
    [
      'that chose itself',
      [probabilities, reduction('ArgMax', 2, 'y', 'indices'), reduction('ReduceMax', 2, 'y', 'confidences')],
      { indices: [0, 0], confidences: [0, 0] }
    ]
  ])('a network %s: the best class at each step of each line', async (_name, nodes, outputs) => {
    const session = await open(nodes, outputs)
    const clock = { model: 0 }
    const answer = await recogniserOf(session)(values, shape, clock)
    expect(answer.steps).toBe(2)
    expect(Array.from(answer.classes, Number)).toEqual([1, 0, 2, 1])
    expect(Array.from(answer.probabilities)).toEqual([0.7, 0.5, 0.8, 0.6].map((value) => expect.closeTo(value, 5)))
    expect(clock.model).toBeGreaterThan(0)
    await session.release()
  })
})

describe('detectorOf', () => {
  it('hands the map back, and adds to the clock', async () => {
    const session = await open([probabilities], { y: [0, 0, 0] })
    const detect = detectorOf(session)
    const clock = { model: 5 }
    const picture = Float32Array.from({ length: 18 }, (_, index) => index % 6)
    expect([...(await detect(picture, 3, 2, clock))]).toEqual([0, 1, 2, 3, 4, 5])
    expect(clock.model).toBeGreaterThan(5)
    await session.release()
  })
})
