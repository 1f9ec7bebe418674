import protobuf from 'protobufjs/light.js'

type Field = { readonly type: string; readonly id: number; readonly rule?: 'repeated' }
type Message = { readonly fields: Record<string, Field> }

const one = (type: string, id: number): Field => ({ type, id })
const many = (type: string, id: number): Field => ({ type, id, rule: 'repeated' })

/**
 * The part of onnx.proto (ONNX 1.17, proto2) that a rewrite reads or writes; numbers as published there. Whatever is
 * not named here is carried through unread.
 */
const messages: Record<string, Message> = {
  ModelProto: {
    fields: { irVersion: one('int64', 1), graph: one('GraphProto', 7), opsetImport: many('OperatorSetIdProto', 8) }
  },
  OperatorSetIdProto: { fields: { domain: one('string', 1), version: one('int64', 2) } },
  GraphProto: {
    fields: {
      node: many('NodeProto', 1),
      name: one('string', 2),
      initializer: many('TensorProto', 5),
      input: many('ValueInfoProto', 11),
      output: many('ValueInfoProto', 12),
      valueInfo: many('ValueInfoProto', 13)
    }
  },
  NodeProto: {
    fields: {
      input: many('string', 1),
      output: many('string', 2),
      name: one('string', 3),
      opType: one('string', 4),
      attribute: many('AttributeProto', 5),
      domain: one('string', 7)
    }
  },
  AttributeProto: {
    fields: {
      name: one('string', 1),
      f: one('float', 2),
      i: one('int64', 3),
      s: one('bytes', 4),
      t: one('TensorProto', 5),
      floats: many('float', 7),
      ints: many('int64', 8),
      type: one('int32', 20)
    }
  },
  TensorProto: {
    fields: {
      dims: many('int64', 1),
      dataType: one('int32', 2),
      floatData: many('float', 4),
      name: one('string', 8),
      rawData: one('bytes', 9)
    }
  },
  ValueInfoProto: { fields: { name: one('string', 1), type: one('TypeProto', 2) } },
  TypeProto: { fields: { tensorType: one('TensorTypeProto', 1) } },
  TensorTypeProto: { fields: { elemType: one('int32', 1), shape: one('TensorShapeProto', 2) } },
  TensorShapeProto: { fields: { dim: many('DimensionProto', 1) } },
  DimensionProto: { fields: { dimValue: one('int64', 1), dimParam: one('string', 2) } }
}

/**
 * The reflected `ModelProto`. protobufjs compiles its codecs with `new Function`, which plain Node allows and a
 * process started with `--disallow-code-generation-from-strings` does not.
 */
export function modelMessage(): protobuf.Type {
  return protobuf.Root.fromJSON({ nested: messages }).lookupType('ModelProto')
}
