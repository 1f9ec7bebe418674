import { powerMonitor } from 'electron'
import { isQuiet } from './quiet.ts'

export interface TidyPorts {
  /** Whether nothing runs and nothing can be taken. */
  readonly isIdle: () => boolean
  /** It is a good time to look after the library. */
  readonly quiet: () => void
}

/** Milliseconds between two looks whether it is quiet. */
const look = 60_000

/** Finds moments in which nobody is disturbed; answers the function that stops it. */
export function watchForQuiet({ isIdle, quiet }: TidyPorts): () => void {
  const started = performance.now()
  let last: number | undefined
  const timer = setInterval(() => {
    const now = performance.now()
    const facts = {
      untouched: powerMonitor.getSystemIdleTime(),
      isIdle: isIdle(),
      onBattery: powerMonitor.isOnBatteryPower(),
      since: last === undefined ? undefined : now - last,
      running: now - started
    }
    if (!isQuiet(facts)) return
    last = now
    quiet()
  }, look)
  return () => clearInterval(timer)
}
