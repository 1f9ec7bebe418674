import type { BoxFormat } from '../../tasks/export/export.ts'
import { type CustomTask, type TaskName, taskNames } from '../../tasks/options.ts'
import { prepareOptions } from '../../tasks/tasks.ts'
import type { DataFormat } from '../../tasks/write/tables.ts'
import type { AnalyzeOptions } from '../../vision/analyze/options.ts'

/** Tasks that the command line has a command for. */
export type AskTask = Exclude<TaskName, 'custom'>
export const askTasks = taskNames.filter((name): name is AskTask => name !== 'custom')

/** What the parser makes of the options of a command that asks. */
export interface AskCommandOptions
  extends Pick<
    AnalyzeOptions,
    | 'question'
    | 'categories'
    | 'precise'
    | 'model'
    | 'provider'
    | 'baseUrl'
    | 'temperature'
    | 'maxTokens'
    | 'topP'
    | 'tiles'
  > {
  /** Name of one of the person's own tasks. */
  readonly task?: string
  readonly to?: string
  readonly lang?: 'en' | 'zh-CN'
  /** True when the option is not given. */
  readonly localText?: boolean
  readonly passUrl?: true
  readonly format?: DataFormat
  readonly export?: BoxFormat
  readonly json?: true
  readonly output?: string
  readonly boxes?: string
  readonly recursive?: true
  readonly dryRun?: true
}

const sameNames = [
  'question',
  'categories',
  'precise',
  'model',
  'provider',
  'baseUrl',
  'temperature',
  'maxTokens',
  'topP',
  'tiles'
] as const satisfies readonly (keyof AskCommandOptions)[]

/**
 * What the options ask for, in the terms of the service; `own` is the definition of the task `custom`. Throws `usage` when
 * the task lacks something.
 */
export function wishesOf(task: TaskName, options: AskCommandOptions, own?: CustomTask): AnalyzeOptions {
  const { to, lang, localText, passUrl } = options
  const wishes: AnalyzeOptions = {
    ...pick(options, sameNames),
    task,
    ...(own !== undefined && { custom: own }),
    ...(to !== undefined && { target: to }),
    ...(lang !== undefined && { language: lang }),
    // Not given, the preference holds.
    ...(localText === false && { localText }),
    ...(passUrl && { passAddress: true })
  }
  prepareOptions(wishes)
  return wishes
}

function pick<Whole extends object, Name extends keyof Whole>(whole: Whole, names: readonly Name[]): Pick<Whole, Name> {
  const present = names.filter((name) => name in whole).map((name) => [name, whole[name]])
  return Object.fromEntries(present) as Pick<Whole, Name>
}
