import { dataTypes, type Tensor, toNumber } from './model.ts'

/** Float32 values with their shape; a scalar has no dims. */
export interface Floats {
  readonly dims: readonly number[]
  readonly values: Float32Array
}

/** The values of a float32 tensor; undefined for other types and for tensors that disagree with their shape. */
export function floatsOf(tensor: Tensor): Floats | undefined {
  if (tensor.dataType !== dataTypes.float) return undefined
  const dims = tensor.dims.map(toNumber)
  const values = tensor.rawData?.byteLength ? fromRaw(tensor.rawData) : Float32Array.from(tensor.floatData ?? [])
  return values?.length === sizeOf(dims) ? { dims, values } : undefined
}

/** A float32 initializer. */
export function floatTensor(name: string, { dims, values }: Floats): Tensor {
  const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  return { name, dims: [...dims], dataType: dataTypes.float, rawData }
}

/** An int64 initializer with one dimension. */
export function integerTensor(name: string, values: readonly number[]): Tensor {
  const rawData = new Uint8Array(BigInt64Array.from(values, BigInt).buffer)
  return { name, dims: [values.length], dataType: dataTypes.int64, rawData }
}

/** Number of values that a shape holds: 1 for a scalar. */
export const sizeOf = (dims: readonly number[]): number => dims.reduce((product, dim) => product * dim, 1)

/** Copies, because a file's values lie at any byte; the format and every system that we run on are little endian. */
function fromRaw(raw: Uint8Array): Float32Array | undefined {
  return raw.byteLength % 4 === 0 ? new Float32Array(new Uint8Array(raw).buffer) : undefined
}
