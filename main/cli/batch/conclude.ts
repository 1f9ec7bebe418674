import { counted } from '../ask/tell.ts'
import { tellFailure } from '../errors.ts'
import type { Sink } from '../output/sink.ts'
import { describeWaits } from '../queue/waits.ts'
import type { Session } from '../session.ts'
import type { Names, Outcomes } from './outcomes.ts'
import { describeEnd } from './tell.ts'
import type { Left } from './work-off.ts'

export interface Conclusion extends Pick<Session, 'terminal' | 'interruption'> {
  readonly left: readonly Left[]
  readonly outcomes: Outcomes
  readonly namesOf: (path: string) => Names
  readonly sink: Sink | undefined
  readonly verbose: boolean
}

/** More failures than this are only counted: the queue lists them. */
const mostTold = 50

/** Writes what is left to write, and says what came of it all. Throws when the command was interrupted. */
export async function conclude(conclusion: Conclusion): Promise<void> {
  const { left, outcomes, namesOf, sink, terminal, interruption } = conclusion
  for (const { paths, job } of left) for (const path of paths) await outcomes.left(namesOf(path), job)
  await sink?.finish()
  tellFailures(conclusion)
  const waiting = left.reduce((sum, { paths }) => sum + paths.length, 0)
  terminal.say(describeEnd(outcomes.counts(), waiting))
  if (interruption.signal.aborted) {
    terminal.say('Stopped. "glyphlens queue resume" lets it go on, and so does the same command once more.')
  }
  interruption.signal.throwIfAborted()
  for (const line of describeWaits(left)) terminal.say(line)
}

function tellFailures({ outcomes, terminal, verbose }: Conclusion): void {
  const failures = outcomes.failures()
  for (const { name, failure } of failures.slice(0, mostTold)) tellFailure(terminal, failure, { about: name, verbose })
  const more = failures.length - mostTold
  if (more > 0) terminal.say(`${counted(more, 'picture')} more failed: see "glyphlens queue list --state failed".`)
}
