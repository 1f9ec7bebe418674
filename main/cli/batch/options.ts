import { Failure } from '../../failure.ts'
import type { BatchAsks } from '../../jobs/batch/recipe.ts'
import { deviceEngine } from '../../jobs/job.ts'
import type { LayoutMode } from '../../layout/layout.ts'
import type { PreferenceValues } from '../../settings/groups.ts'
import { modelOf } from '../../vision/analyze/choose.ts'
import { presetOf } from '../../vision/presets.ts'
import { type AskCommandOptions, askTasks, wishesOf } from '../ask/options.ts'
import { ownTask } from '../ask/own-task.ts'

/** What the parser makes of the options that say what is asked of every picture. */
export interface AsksOptions extends Omit<AskCommandOptions, 'baseUrl' | 'passUrl' | 'dryRun' | 'format' | 'export'> {
  readonly layout?: LayoutMode
}

/** Options that only a vision model understands. */
const forModels = [
  'question',
  'provider',
  'model',
  'precise',
  'lang',
  'to',
  'categories',
  'temperature',
  'maxTokens',
  'topP',
  'tiles'
] as const satisfies readonly (keyof AsksOptions)[]

/** What every picture is asked, and of whom. Throws `usage` for options that do not go together. */
export function asksOf(options: AsksOptions, { vision, tasks }: Pick<PreferenceValues, 'vision' | 'tasks'>): BatchAsks {
  const named = options.task ?? (options.question === undefined ? 'read' : 'ask')
  if (named === 'read') return readingAsks(options)
  const known = askTasks.find((name) => name === named)
  const own = known === undefined ? ownTask(named, tasks.custom) : undefined
  const task = known ?? 'custom'
  if (options.layout !== undefined) throw unfit('--layout', 'reading on this machine')
  const { task: _task, provider = vision.provider, ...wishes } = wishesOf(task, options, own)
  const preset = presetOf(provider)
  const { model: _model, precise: _precise, ...parameters } = wishes
  // Settled now, so that all pictures are asked of one model and the same question finds its answer again.
  return { task, engine: preset.id, model: modelOf(preset, wishes, vision), parameters }
}

function readingAsks(options: AsksOptions): BatchAsks {
  const stray = forModels.find((name) => options[name] !== undefined)
  if (stray !== undefined) throw unfit(`--${dashed(stray)}`, 'asking a vision model')
  if (options.localText === false) throw unfit('--no-local-text', 'asking a vision model')
  const { layout } = options
  return { task: 'read', engine: deviceEngine, parameters: { ...(layout !== undefined && { layout }) } }
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function unfit(option: string, purpose: string): Failure {
  return new Failure('usage', `${option} is for ${purpose}.`, { advice: 'Leave it out, or choose another --task.' })
}
