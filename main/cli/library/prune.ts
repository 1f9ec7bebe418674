import { Failure } from '../../failure.ts'
import type { RetentionPlan, RetentionRules } from '../../library/retention.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { kilobytes } from '../output/size.ts'
import type { Session } from '../session.ts'
import { confirm } from './confirm.ts'
import { countedEntries } from './count.ts'
import { openArchive } from './open.ts'
import type { Moment } from './times.ts'

/** What the parser makes of the options of `library prune`. */
export interface PruneOptions {
  /** Days. */
  readonly olderThan?: number
  /** Bytes. */
  readonly largerThan?: number
  readonly keep?: number
  readonly capturesOf?: Moment
  readonly dryRun?: true
  readonly yes?: true
}

/** Shows what would go, asks, and deletes it. Throws `usage`. */
export async function pruneLibrary(options: PruneOptions, session: Session): Promise<ExitCode> {
  const { terminal, interruption } = session
  const rules = rulesOf(options)
  const { library } = openArchive(session)
  const plan = await library.planRetention(rules)
  if (plan.ids.length === 0) {
    terminal.say('Nothing is to be deleted by these rules.')
    return exitCodes.good
  }
  terminal.say(describe(plan))
  if (options.dryRun) return exitCodes.good
  if (!options.yes && !(await confirm(session, 'Delete them for good?'))) {
    terminal.say('Nothing was deleted.')
    return exitCodes.good
  }
  const gone = await library.deletion.purge(plan.ids, {
    signal: interruption.signal,
    onProgress: (count) => terminal.showProgress(`${count} of ${plan.ids.length} deleted`)
  })
  terminal.clearProgress()
  terminal.say(`${countedEntries(gone)} deleted.`)
  return exitCodes.good
}

function rulesOf({ olderThan, largerThan, keep, capturesOf }: PruneOptions): RetentionRules {
  const byWeight = {
    ...(olderThan !== undefined && { days: olderThan }),
    ...(largerThan !== undefined && { bytes: largerThan }),
    ...(keep !== undefined && { entries: keep })
  }
  const weighs = Object.keys(byWeight).length > 0
  if (capturesOf !== undefined && !weighs) return { sources: ['capture'], since: capturesOf.time }
  if (capturesOf === undefined && weighs) return byWeight
  throw weighs
    ? new Failure('usage', '--captures-of goes with no other rule.', { advice: 'Run the command twice.' })
    : new Failure('usage', 'It is not said what may go.', {
        advice: 'Name --older-than, --larger-than, --keep or --captures-of.'
      })
}

function describe({ ids, bytes }: RetentionPlan): string {
  return (
    `${countedEntries(ids.length)} would be deleted for good, with ${kilobytes(bytes)} of pictures. ` +
    'What has a star or is still to be done stays.'
  )
}
