import { describe } from './describe.ts'
import type { Log } from './line.ts'

/** Runs what nobody waits for; what fails is a line of the log. */
export function inBackground(log: Log, what: string, work: () => Promise<unknown>): void {
  const failed = (thrown: unknown): void =>
    log({ level: 'warning', message: `${what} failed`, detail: describe(thrown) })
  try {
    work().catch(failed)
  } catch (thrown) {
    failed(thrown)
  }
}
