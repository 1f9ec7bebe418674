import type { LucideIcon } from 'lucide-react'
import { taskIcons } from '../composer/icons.ts'

/** Tasks that have a name of their own; a later version may know more. */
const named = ['read', 'describe', 'ocr', 'ask', 'detect', 'chart', 'table', 'translate', 'code', 'custom'] as const
export type NamedTask = (typeof named)[number]

/** The tasks by which a list can be filtered. */
export const namedTasks: readonly NamedTask[] = named

/** What a task is called and shown as here. */
export function namedTask(task: string): NamedTask {
  return named.find((known) => known === task) ?? 'custom'
}

const { own, ...signs } = taskIcons

/** The sign of each task. */
export const taskSigns: Readonly<Record<NamedTask, LucideIcon>> = { ...signs, ocr: signs.read, custom: own }
