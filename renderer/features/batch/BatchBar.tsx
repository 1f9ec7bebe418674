import type { BatchStatus } from '../../../preload/contract/jobs.ts'
import classes from './BatchRoom.module.css'
import { progressOf } from './progress.ts'

/** How far a batch is: done, failed and waiting in parts of one bar. The words beside it say the same. */
export function BatchBar({ batch }: { readonly batch: BatchStatus }) {
  const { total, done, failed, waiting, cancelled } = progressOf(batch)
  const width = (count: number): string => `${total === 0 ? 0 : (count / total) * 100}%`
  return (
    <div className={classes['track']} aria-hidden>
      <span data-kind="done" style={{ width: width(done) }} />
      <span data-kind="failed" style={{ width: width(failed) }} />
      <span data-kind="cancelled" style={{ width: width(cancelled) }} />
      <span data-kind="waiting" style={{ width: width(waiting) }} />
    </div>
  )
}
