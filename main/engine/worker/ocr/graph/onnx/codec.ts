import protobuf from 'protobufjs/light.js'
import { Failure } from '../../../../../failure.ts'
import type { Model } from './model.ts'
import { modelMessage } from './schema.ts'

/** Largest model that is taken apart, in bytes; the largest known recogniser (server size) has 84 MB. */
export const modelByteLimit = 256 * 1024 * 1024

/** Takes an ONNX file apart. Fields outside our schema stay attached. Throws `Failure('pack-damaged')`. */
export function decodeModel(bytes: Uint8Array, limit = modelByteLimit): Model {
  if (bytes.byteLength > limit) throw damaged(`It has ${bytes.byteLength} bytes, more than the limit of ${limit}.`)
  const reader = protobuf.Reader.create(bytes)
  reader.discardUnknown = false
  const model = attempt(() => modelMessage().decode(reader)) as Partial<Model>
  if (!model.graph || model.graph.node.length === 0 || model.graph.output.length === 0) {
    throw damaged('It holds no network.')
  }
  return model as Model
}

/** The inverse of `decodeModel`. */
export function encodeModel(model: Model): Uint8Array {
  return modelMessage().encode(model).finish()
}

function attempt<T>(decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    throw damaged('It is not an ONNX file, or its end is missing.', error)
  }
}

function damaged(detail: string, cause?: unknown): Failure {
  return new Failure('pack-damaged', `A model of the pack cannot be read. ${detail}`, {
    advice: 'Fetch the pack again.',
    ...(cause === undefined ? {} : { cause })
  })
}
