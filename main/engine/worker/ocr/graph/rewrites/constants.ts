import type { Network } from '../network.ts'

/** `Constant` nodes become initializers, where the other rules and the runtime look for weights. */
export function liftConstants(network: Network): number {
  let lifted = 0
  for (const node of network.nodes('Constant')) {
    const value = node.attribute.find((held) => held.name === 'value')?.t
    const [name] = node.output
    if (!value || name === undefined || network.isOutput(name)) continue
    value.name = name
    network.addInitializer(value)
    network.replace([node], [])
    lifted += 1
  }
  return lifted
}
