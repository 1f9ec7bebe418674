import type { Network } from '../network.ts'
import { type AttributeValue, makeNode } from '../onnx/attributes.ts'
import type { Node } from '../onnx/model.ts'

/** Nodes in the making, each of which reads the results of those before it. */
export class Chain {
  readonly nodes: Node[] = []
  readonly #network: Network

  constructor(network: Network) {
    this.#network = network
  }

  /** Adds a node and returns the name of its result: a new one unless `output` says which. */
  add(opType: string, input: string[], attributes: Record<string, AttributeValue> = {}, output?: string): string {
    const result = output ?? this.#network.fresh(opType.toLowerCase())
    this.nodes.push(makeNode(opType, input, [result], attributes))
    return result
  }

  /** The name of an int64 constant. */
  integers(...values: number[]): string {
    return this.#network.addIntegers('integers', values)
  }
}
