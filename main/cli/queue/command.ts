import { Argument, type Command, Option } from 'commander'
import { priorities } from '../../jobs/job.ts'
import type { ExitCode } from '../exit-codes.ts'
import { commaList, wholeNumber } from '../input/arguments.ts'
import type { Session } from '../session.ts'
import { entryId, entryIds } from './ids.ts'
import { type ListOptions, listQueue } from './list.ts'
import { type RunOptions, runQueue } from './run.ts'
import { cancelJobs, type MoveOptions, moveJobs, pauseQueue, resolveJob, resumeQueue, retryJobs } from './wishes.ts'

const examples = `
Examples:
  glyphlens queue list                             what is to be done, waits or failed
  glyphlens queue run                              do now what need not wait
  glyphlens queue retry 12 14
  glyphlens queue move 12 --provider ollama --model qwen3-vl
  glyphlens queue cancel --batch 3

Every wish holds for the app, too, and for other commands that are at work. A job is "unsure" when its process died while a
call was on the way: the provider may have answered, and may have counted it. It is never repeated by itself;
"queue resolve <id> repeat" asks once more, "queue resolve <id> give-up" leaves it.`

/** Adds `glyphlens queue` with its commands. */
export function addQueueCommand(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  const queue = program
    .command('queue')
    .summary('see and steer what is still to be done')
    .description('The queue: what is to be done, waits or failed.')
    .helpCommand(false)
    .addHelpText('after', examples)
  queue
    .command('list')
    .description('show the jobs that are not done')
    .option('--state <names>', 'only these, also "done" and "cancelled"', commaList)
    .addOption(batchOption('only of this batch'))
    .option('--batches', 'show the batches instead')
    .option('--limit <count>', 'most jobs, 1 to 1000', wholeNumber(1, 1000), 200)
    .option('-j, --json', 'print one JSON object for each, one a line')
    .action((options: ListOptions) => listQueue(options, session))
  const run = queue
    .command('run')
    .description('work the queue off here, until nothing is left that need not wait')
    .option('--concurrency <count>', 'most calls at a time; the provider may allow fewer', wholeNumber(1, 64))
    .action(async () => conclude(await runQueue(run.optsWithGlobals<RunOptions>(), session)))
  queue
    .command('pause')
    .description('begin nothing more, here and in the app')
    .addOption(batchOption('only this batch'))
    .action((options: { batch?: number }) => pauseQueue(options, session))
  queue
    .command('resume')
    .description('let everything that was paused go on')
    .addOption(batchOption('only this batch'))
    .action((options: { batch?: number }) => resumeQueue(options, session))
  queue
    .command('retry')
    .description('try anew what failed, was cancelled or waits; all that failed when no job is named')
    .addArgument(idsArgument('[id...]'))
    .addOption(batchOption('what failed of this batch'))
    .action((ids: readonly number[] | undefined, options: { batch?: number }) => retryJobs(ids ?? [], options, session))
  queue
    .command('cancel')
    .description('end jobs that are not done, also those at work')
    .addArgument(idsArgument('[id...]'))
    .addOption(batchOption('all of this batch'))
    .option('--all', 'all of them')
    .action((ids: readonly number[] | undefined, options: { batch?: number; all?: true }) =>
      cancelJobs(ids ?? [], options, session)
    )
  queue
    .command('move')
    .description('give jobs another place, or to another provider or model')
    .addArgument(idsArgument('<id...>'))
    .option('--provider <id>', 'whom to ask; "device" reads on this machine')
    .option('--model <id>', 'the model to ask')
    .option('--before <id>', 'to be done right before this job', entryId)
    .addOption(new Option('--priority <name>', 'to the end of this group').choices(Object.keys(priorities)))
    .action((ids: readonly number[], options: MoveOptions) => moveJobs(ids, options, session))
  queue
    .command('resolve')
    .description('say what to do about calls that may have been answered')
    .addArgument(new Argument('<id>', 'number of the job').argParser(entryId))
    .addArgument(new Argument('<answer>').choices(['repeat', 'give-up']))
    .action((id: number, answer: 'repeat' | 'give-up') => resolveJob(id, answer, session))
}

function batchOption(description: string): Option {
  return new Option('--batch <id>', description).argParser(wholeNumber(1, 999_999_999))
}

function idsArgument(name: string): Argument {
  return new Argument(name, 'numbers of jobs').argParser<readonly number[]>(entryIds)
}
