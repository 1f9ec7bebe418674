import { net, powerMonitor } from 'electron'
import type { Condition, Conditions } from '../../jobs/runner/executor.ts'

/** What happens to the machine, for whoever waits for it. */
export interface Machine {
  readonly conditions: Conditions
  /** Something that only another part of the app sees, such as a key that was added. */
  readonly tell: (condition: Condition) => void
  readonly stop: () => void
}

/** Milliseconds between two looks at the network: the system tells nobody. */
const look = 10_000

export function watchMachine(): Machine {
  const listeners = new Set<(condition: Condition) => void>()
  const tell = (condition: Condition): void => {
    for (const listener of listeners) listener(condition)
  }
  let wasOnline = net.isOnline()
  const lookAtNetwork = (): void => {
    const isOnline = net.isOnline()
    if (isOnline && !wasOnline) tell({ kind: 'online' })
    wasOnline = isOnline
  }
  const resumed = (): void => {
    tell({ kind: 'resumed' })
    lookAtNetwork()
  }
  const timer = setInterval(lookAtNetwork, look)
  powerMonitor.on('resume', resumed)
  powerMonitor.on('unlock-screen', lookAtNetwork)
  return {
    conditions: (happened) => {
      listeners.add(happened)
      return () => void listeners.delete(happened)
    },
    tell,
    stop: () => {
      clearInterval(timer)
      powerMonitor.off('resume', resumed)
      powerMonitor.off('unlock-screen', lookAtNetwork)
    }
  }
}
