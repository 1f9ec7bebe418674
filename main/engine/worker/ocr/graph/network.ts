import { type Graph, type Model, type Node, type Tensor, toNumber } from './onnx/model.ts'
import { type Floats, floatsOf, floatTensor, integerTensor } from './onnx/tensors.ts'

/** A model with the look-ups that a rewrite needs. All changes go through it, so that the look-ups stay true. */
export class Network {
  readonly model: Model
  #index: Index | undefined
  #names = 0

  constructor(model: Model) {
    this.model = model
  }

  get graph(): Graph {
    return this.model.graph
  }

  /** Version of ONNX's own operators that the model is written in. */
  get opset(): number {
    const own = this.model.opsetImport.find(({ domain }) => !domain)
    return toNumber(own?.version ?? 1)
  }

  /** The nodes of now, in an order in which they can run; safe to walk while the graph changes. */
  nodes(...opTypes: string[]): Node[] {
    return opTypes.length === 0
      ? [...this.graph.node]
      : this.graph.node.filter((node) => opTypes.includes(node.opType) && !node.domain)
  }

  has(node: Node): boolean {
    return this.#look().nodes.has(node)
  }

  producer(value: string): Node | undefined {
    return this.#look().producers.get(value)
  }

  users(value: string): readonly Node[] {
    return this.#look().users.get(value) ?? []
  }

  isOutput(value: string): boolean {
    return this.graph.output.some((output) => output.name === value)
  }

  /** The one node that reads `value`, when nothing else does and it is no output of the model. */
  onlyUser(value: string | undefined): Node | undefined {
    if (value === undefined || this.isOutput(value)) return undefined
    const users = this.users(value)
    return users.length === 1 ? users[0] : undefined
  }

  initializer(name: string | undefined): Tensor | undefined {
    return name === undefined ? undefined : this.#look().initializers.get(name)
  }

  /** A float32 constant. */
  floats(name: string | undefined): Floats | undefined {
    const tensor = this.initializer(name)
    return tensor && floatsOf(tensor)
  }

  /** A float32 constant of a single value, whatever its shape. */
  scalar(name: string | undefined): number | undefined {
    const held = this.floats(name)
    return held?.values.length === 1 ? held.values[0] : undefined
  }

  /** A value name that the graph does not have yet. */
  fresh(purpose: string): string {
    for (;;) {
      this.#names += 1
      const name = `${purpose}.r${this.#names}`
      if (!this.#look().producers.has(name) && !this.#look().initializers.has(name)) return name
    }
  }

  /** Adds a constant and returns its name. */
  addFloats(purpose: string, floats: Floats): string {
    return this.addInitializer(floatTensor(this.fresh(purpose), floats))
  }

  addIntegers(purpose: string, values: readonly number[]): string {
    return this.addInitializer(integerTensor(this.fresh(purpose), values))
  }

  addInitializer(tensor: Tensor): string {
    this.graph.initializer.push(tensor)
    this.#index?.initializers.set(tensor.name, tensor)
    return tensor.name
  }

  /** Puts `added` where the last of `removed` stood; whoever calls sees to it that every value keeps a producer. */
  replace(removed: readonly Node[], added: readonly Node[]): void {
    const last = Math.max(...removed.map((node) => this.graph.node.indexOf(node)))
    this.graph.node = this.graph.node.flatMap((node, at) => [
      ...(removed.includes(node) ? [] : [node]),
      ...(at === last ? added : [])
    ])
    this.touched()
  }

  /** Everybody who read `from` reads `to` instead. */
  redirect(from: string, to: string): void {
    for (const user of this.users(from)) user.input = user.input.map((input) => (input === from ? to : input))
    this.touched()
  }

  /** To be called after a node was changed in place. */
  touched(): void {
    this.#index = undefined
  }

  #look(): Index {
    this.#index ??= indexOf(this.graph)
    return this.#index
  }
}

interface Index {
  readonly nodes: Set<Node>
  readonly producers: Map<string, Node>
  readonly users: Map<string, Node[]>
  readonly initializers: Map<string, Tensor>
}

function indexOf(graph: Graph): Index {
  const users = new Map<string, Node[]>()
  for (const node of graph.node) {
    for (const input of new Set(node.input)) {
      const known = users.get(input)
      if (known) known.push(node)
      else users.set(input, [node])
    }
  }
  return {
    nodes: new Set(graph.node),
    producers: new Map(graph.node.flatMap((node) => node.output.map((output) => [output, node] as const))),
    users,
    initializers: new Map(graph.initializer.map((tensor) => [tensor.name, tensor]))
  }
}
