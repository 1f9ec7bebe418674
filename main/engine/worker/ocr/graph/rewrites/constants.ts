import type { Network } from '../network.ts'
import type { Node } from '../onnx/model.ts'

/** `Constant` nodes become initializers, where the other rules and the runtime look for weights. */
export function liftConstants(network: Network): number {
  const lifted: Node[] = []
  for (const node of network.nodes('Constant')) {
    const value = node.attribute.find((held) => held.name === 'value')?.t
    const [name] = node.output
    if (!value || name === undefined || network.isOutput(name)) continue
    value.name = name
    network.addInitializer(value)
    lifted.push(node)
  }
  network.replace(lifted, [])
  return lifted.length
}
