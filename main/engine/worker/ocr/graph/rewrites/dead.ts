import type { Network } from '../network.ts'

/** Removes what no output depends on: nodes, constants, described shapes. */
export function removeDead(network: Network): number {
  const { graph } = network
  const before = graph.node.length + graph.initializer.length
  const wanted = new Set(graph.output.map((output) => output.name))
  graph.node = graph.node
    .toReversed()
    .filter((node) => {
      const used = node.output.some((output) => wanted.has(output))
      if (used) for (const input of node.input) wanted.add(input)
      return used
    })
    .toReversed()
  const held = new Set(graph.initializer.map((tensor) => tensor.name))
  graph.initializer = graph.initializer.filter((tensor) => wanted.has(tensor.name))
  // Old files list constants among the inputs too, where they cannot be folded; shapes were true of the old nodes.
  graph.input = graph.input.filter((input) => !held.has(input.name))
  graph.valueInfo = []
  network.touched()
  return before - graph.node.length - graph.initializer.length
}
