import { describe } from '../log/describe.ts'
import type { Log } from '../log/line.ts'

/** So many unexpected errors within this many milliseconds and the process cannot be trusted any more. */
const budget = { errors: 20, milliseconds: 10_000 }

/**
 * Writes down what nobody has caught, and goes on: a fault in one corner must not take the queue along. `overwhelmed` is
 * called once when they do not end.
 */
export function watchProcess(process: NodeJS.Process, log: Log, overwhelmed: () => void): void {
  const times: number[] = []
  const caught =
    (kind: string) =>
    (thrown: unknown): void => {
      times.push(Date.now())
      if (times.length > budget.errors) times.shift()
      const [first = 0] = times
      log({ level: 'error', message: `uncaught ${kind}`, detail: describe(thrown) })
      if (times.length === budget.errors && Date.now() - first < budget.milliseconds) {
        process.off('uncaughtException', onException)
        process.off('unhandledRejection', onRejection)
        overwhelmed()
      }
    }
  const onException = caught('exception')
  const onRejection = caught('rejection')
  process.on('uncaughtException', onException)
  process.on('unhandledRejection', onRejection)
}
