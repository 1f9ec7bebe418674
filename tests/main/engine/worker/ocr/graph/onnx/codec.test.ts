import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { floatOf, intOf, intsOf, makeNode } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import { decodeModel, encodeModel } from '../../../../../../../main/engine/worker/ocr/graph/onnx/codec.ts'
import { floatsOf } from '../../../../../../../main/engine/worker/ocr/graph/onnx/tensors.ts'
import { Failure } from '../../../../../../../main/failure.ts'
import { constant, modelOf } from '../graphs.ts'

const sketch = {
  input: [1, 4, 6, 8],
  nodes: [makeNode('Mul', ['x', 'k'], ['y'], { axis: { int: -1 }, alpha: { float: 0.5 }, pads: { ints: [1, 2] } })],
  constants: [constant('k', [2, 2], [1, 2, 3, 4])]
}

function codeOf(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return error instanceof Failure ? error.code : String(error)
  }
}

describe('the ONNX codec', () => {
  test('gives back what it was given', () => {
    const model = decodeModel(encodeModel(modelOf(sketch)))
    const [node] = model.graph.node
    expect(node).toMatchObject({ opType: 'Mul', input: ['x', 'k'], output: ['y'] })
    expect(node && intOf(node, 'axis', 0)).toBe(-1)
    expect(node && floatOf(node, 'alpha', 0)).toBe(0.5)
    expect(node && intsOf(node, 'pads')).toEqual([1, 2])
    const [tensor] = model.graph.initializer
    expect(tensor && floatsOf(tensor)).toEqual({ dims: [2, 2], values: Float32Array.of(1, 2, 3, 4) })
  })

  test('carries fields that it does not know', () => {
    // Field 2 of ModelProto is `producer_name`, 14 `metadata_props`: neither is in our schema.
    const unknown = Uint8Array.of(0x12, 3, 0x61, 0x62, 0x63, 0x72, 3, 0x0a, 1, 0x6b)
    const bytes = Buffer.concat([encodeModel(modelOf(sketch)), unknown])
    expect(Buffer.from(encodeModel(decodeModel(bytes))).includes(Buffer.from(unknown))).toBe(true)
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('<html>not found</html>')],
    ['a file cut short', encodeModel(modelOf(sketch)).subarray(0, -9)],
    ['a model without nodes', encodeModel(modelOf({ ...sketch, nodes: [] }))]
  ])('refuses %s', (_, bytes) => {
    expect(codeOf(() => decodeModel(bytes))).toBe('pack-damaged')
  })

  test('refuses more bytes than its limit', () => {
    expect(codeOf(() => decodeModel(encodeModel(modelOf(sketch)), 20))).toBe('pack-damaged')
  })

  test('answers any bytes with a model or a refusal', () => {
    const whole = encodeModel(modelOf(sketch))
    const damage = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 8 }), (damages) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, value] of damages) bytes[at] = value
        return [undefined, 'pack-damaged'].includes(codeOf(() => decodeModel(bytes)))
      })
    )
  })
})
