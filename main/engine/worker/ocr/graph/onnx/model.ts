/** 64-bit integers arrive as objects of `long`; those that we write are plain numbers. */
export type Integer = number | { toNumber(): number }

/** `TensorProto.DataType`: the two that the rewrites make. */
export const dataTypes = { float: 1, int64: 7 } as const

/** `AttributeProto.AttributeType`: those that the rewrites read or make. */
export const attributeTypes = { float: 1, int: 2, string: 3, tensor: 4, floats: 6, ints: 7 } as const

export interface Tensor {
  name: string
  dims: Integer[]
  dataType: number
  /** Either this or `rawData` (little endian) holds the values. */
  floatData?: number[]
  rawData?: Uint8Array
}

export interface Attribute {
  name: string
  type: number
  f?: number
  i?: Integer
  s?: Uint8Array
  t?: Tensor
  floats?: number[]
  ints?: Integer[]
}

export interface Node {
  opType: string
  name?: string
  /** Empty for ONNX's own operators. */
  domain?: string
  input: string[]
  output: string[]
  attribute: Attribute[]
}

/** Unknown sizes have a `dimParam` or nothing. */
export interface Dimension {
  dimValue?: Integer
  dimParam?: string
}

export interface ValueInfo {
  name: string
  type?: { tensorType?: { elemType: number; shape?: { dim: Dimension[] } } }
}

export interface Graph {
  name?: string
  node: Node[]
  initializer: Tensor[]
  input: ValueInfo[]
  output: ValueInfo[]
  valueInfo: ValueInfo[]
}

export interface Model {
  irVersion: Integer
  opsetImport: { domain?: string; version: Integer }[]
  graph: Graph
}

/** Exact below 2^53; the few larger ones (the "to the end" of a slice) are never calculated with. */
export function toNumber(integer: Integer): number {
  return typeof integer === 'number' ? integer : integer.toNumber()
}
