import { type Attribute, attributeTypes, type Node, toNumber } from './model.ts'

const find = (node: Node, name: string): Attribute | undefined => node.attribute.find((held) => held.name === name)

/** The integer attribute `name`, or `otherwise` where the node does not have it. */
export function intOf(node: Node, name: string, otherwise: number): number {
  const held = find(node, name)?.i
  return held === undefined ? otherwise : toNumber(held)
}

export function floatOf(node: Node, name: string, otherwise: number): number {
  return find(node, name)?.f ?? otherwise
}

export function intsOf(node: Node, name: string): number[] | undefined {
  return find(node, name)?.ints?.map(toNumber)
}

/** The text of attribute `name`, or the empty string. */
export function stringOf(node: Node, name: string): string {
  const held = find(node, name)?.s
  return held === undefined ? '' : Buffer.from(held).toString('utf8')
}

export type AttributeValue = { int: number } | { float: number } | { ints: number[] }

/** A node of ONNX's own operators. */
export function makeNode(
  opType: string,
  input: string[],
  output: string[],
  attributes: Record<string, AttributeValue> = {}
): Node {
  const attribute = Object.entries(attributes).map(([name, value]) => makeAttribute(name, value))
  return { opType, name: output[0] ?? opType, input, output, attribute }
}

function makeAttribute(name: string, value: AttributeValue): Attribute {
  if ('int' in value) return { name, type: attributeTypes.int, i: value.int }
  if ('float' in value) return { name, type: attributeTypes.float, f: value.float }
  return { name, type: attributeTypes.ints, ints: value.ints }
}
