import type { z } from 'zod'
import { Failure } from '../failure.ts'
import { saying } from '../saying.ts'
import { ask } from './ask.ts'
import { chart } from './chart.ts'
import { code } from './code.ts'
import { customTask } from './custom.ts'
import { describe } from './describe.ts'
import { detect } from './detect.ts'
import { needed } from './needed.ts'
import { ocr } from './ocr.ts'
import { type TaskName, type TaskOptions, taskNames, taskOptions } from './options.ts'
import { table } from './table.ts'
import type { Task } from './task.ts'
import { translate } from './translate.ts'

const tasks: Readonly<Record<Exclude<TaskName, 'custom'>, Task>> = {
  describe,
  ocr,
  ask,
  detect,
  chart,
  table,
  translate,
  code
}

/** The task that the options name. Throws `usage` when a custom task lacks its definition. */
export function taskOf(options: TaskOptions): Task {
  return options.task === 'custom' ? customTask(options) : tasks[options.task]
}

/**
 * Parses options from outside and looks whether they go together: `ask` has a question, `custom` a definition, and the
 * language to translate to exists. Throws `usage`.
 */
export function prepareOptions(input: unknown): TaskOptions {
  const parsed = taskOptions.safeParse(input)
  if (!parsed.success) throw usageFailure(parsed.error)
  const options = parsed.data
  if (options.task === 'ask') needed(options.question, 'question')
  if (options.task === 'custom') needed(options.custom, 'definition of the custom task')
  return options.target === undefined ? options : { ...options, target: canonicalLanguage(options.target) }
}

function canonicalLanguage(target: string): string {
  try {
    const [language] = Intl.getCanonicalLocales(target.trim().replaceAll('_', '-'))
    if (language !== undefined) return language
  } catch (cause) {
    throw unknownLanguage(target, cause)
  }
  throw unknownLanguage(target, undefined)
}

function unknownLanguage(target: string, cause: unknown): Failure {
  return new Failure('usage', `There is no language "${target}".`, {
    advice: 'Give its code, for example "en", "zh-CN" or "ja".',
    saying: saying('ask.no-language'),
    cause
  })
}

function usageFailure(error: z.ZodError): Failure {
  const [issue] = error.issues
  const name = issue?.path.join('.') || 'task'
  if (name === 'task') {
    return new Failure('usage', 'There is no such task.', {
      advice: `Choose one of ${taskNames.join(', ')}.`,
      saying: saying('ask.no-task'),
      cause: error
    })
  }
  return new Failure('usage', `The option "${name}" cannot be used: ${issue?.message ?? 'it has another form'}.`, {
    advice: 'Change the option and start again.',
    saying: saying('ask.unfit-option', { option: name }),
    cause: error
  })
}
