import { describe } from '../../log/describe.ts'
import type { Log } from '../../log/line.ts'

/** One thing that has to end before the app may. */
export interface Ending {
  readonly name: string
  readonly end: () => Promise<void> | void
  /** How long it may take, in milliseconds. */
  readonly limit: number
}

/** Ends everything, one after the other. What fails, or takes too long, is written down and keeps nobody else waiting. */
export async function endAll(endings: readonly Ending[], log: Log): Promise<void> {
  for (const { name, end, limit } of endings) {
    const late = Promise.withResolvers<'late'>()
    const timer = setTimeout(() => late.resolve('late'), limit)
    try {
      const outcome = await Promise.race([Promise.resolve(end()), late.promise])
      if (outcome === 'late') log({ level: 'warning', message: `${name} did not end within ${limit} ms` })
    } catch (thrown) {
      log({ level: 'error', message: `${name} did not end well`, detail: describe(thrown) })
    } finally {
      clearTimeout(timer)
    }
  }
}
