import { paceAfter, rateOf, startPace, timeLeft } from '../../jobs/pace.ts'
import { grouped } from '../ask/tell.ts'
import { duration } from '../library/times.ts'
import type { Terminal } from '../terminal.ts'

/** How many pictures have had their turn in a command. */
export interface Counts {
  readonly done: number
  /** Of the done: before the command began. They say nothing about the pace. */
  readonly before: number
  readonly failed: number
}

/** Shows how far a command is, on a screen; how fast it is shows from one call to the next. */
export function createProgress(terminal: Terminal, now = Date.now): (counts: Counts, remaining: number) => void {
  let pace = startPace(now())
  let last = 0
  return (counts, remaining) => {
    const ended = counts.done - counts.before + counts.failed
    pace = paceAfter(pace, ended - last, now())
    last = ended
    terminal.showProgress(describeProgress(counts, { remaining, rate: rateOf(pace), left: timeLeft(pace, remaining) }))
  }
}

interface Outlook {
  readonly remaining: number
  /** Pictures a second, and milliseconds that are left; undefined while nobody can tell. */
  readonly rate: number | undefined
  readonly left: number | undefined
}

/** `[5/12] 1 failed, 2.1 a second, 4 s left`. */
export function describeProgress({ done, failed }: Counts, { remaining, rate, left }: Outlook): string {
  const parts = [
    failed > 0 ? `${grouped(failed)} failed` : undefined,
    rate === undefined ? undefined : describeRate(rate),
    left === undefined ? undefined : `${duration(left)} left`
  ]
  const had = done + failed
  return `[${had}/${had + remaining}] ${parts.filter((part) => part !== undefined).join(', ')}`.trimEnd()
}

function describeRate(rate: number): string {
  return rate >= 1 ? `${rate.toFixed(1)} a second` : `${(rate * 60).toFixed(1)} a minute`
}
