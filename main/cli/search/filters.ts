import type { Command } from 'commander'
import { Failure } from '../../failure.ts'
import type { LibrarySearch } from '../../library/search/query.ts'
import { taskNames } from '../../tasks/options.ts'
import { commaList } from '../input/arguments.ts'
import { type Moment, moment } from '../library/times.ts'

/** What the parser makes of the options that narrow a search. */
export interface FilterOptions {
  readonly task?: readonly string[]
  readonly source?: readonly string[]
  readonly since?: Moment
  readonly until?: Moment
  readonly starred?: true
  readonly withBoxes?: true
  readonly failed?: true
}

/** Adds the options that narrow a search. */
export function addFilterOptions(command: Command): Command {
  return command
    .option('--task <names>', 'only these, such as read,ask', commaList)
    .option('--source <names>', 'how the picture came: file, paste, capture, url, folder, document', commaList)
    .option('--since <when>', 'from a day such as 2026-11-23 on; also "today", "yesterday", 12h, 7d, 2w', moment())
    .option('--until <when>', 'up to a day, that day included', moment())
    .option('--starred', 'only with a star')
    .option('--with-boxes', 'only where something was located')
    .option('--failed', 'only what failed')
}

type Filters = NonNullable<LibrarySearch['filters']>
type Source = NonNullable<Filters['sources']>[number]

const sources: readonly Source[] = ['file', 'paste', 'capture', 'url', 'folder', 'document']
const tasks: readonly string[] = ['read', ...taskNames]

/** The same in the terms of the library. Throws `usage`. */
export function filtersOf(options: FilterOptions): Filters {
  const { task, source, since, until, starred, withBoxes, failed } = options
  return {
    ...(task && { tasks: known(task, tasks, 'task') }),
    ...(source && { sources: known(source, sources, 'source') }),
    ...(since && { from: since.time }),
    ...(until && { to: until.end }),
    ...(starred && { starred }),
    ...(withBoxes && { boxes: true }),
    ...(failed && { states: ['failed'] })
  }
}

function known<Name extends string>(names: readonly string[], all: readonly Name[], what: string): Name[] {
  return names.map((name) => {
    const found = all.find((each) => each === name.toLowerCase())
    if (found !== undefined) return found
    throw new Failure('usage', `There is no ${what} “${name}”.`, { advice: `Choose among ${all.join(', ')}.` })
  })
}
