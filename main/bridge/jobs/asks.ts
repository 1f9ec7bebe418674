import type { z } from 'zod'
import { type Ask, ask } from '../../../preload/contract/ask.ts'
import { Failure } from '../../failure.ts'
import type { BatchAsks } from '../../jobs/batch/recipe.ts'
import { deviceEngine } from '../../jobs/job.ts'
import { saying } from '../../saying.ts'
import type { PreferenceValues } from '../../settings/groups.ts'
import { prepareOptions } from '../../tasks/tasks.ts'
import { modelOf } from '../../vision/analyze/choose.ts'
import { presetOf } from '../../vision/presets.ts'

type Wish = z.output<typeof ask>

/**
 * What every picture is asked, in the terms of the queue: settled now, so that all are asked of one model and the same
 * question finds its answer again. Throws `usage` for what does not go together.
 */
export function asksOf(wish: Wish, vision: PreferenceValues['vision']): BatchAsks {
  if (wish.engine === deviceEngine) return readingAsks(wish)
  const { model, precise = false, options, temperature, maxTokens, topP, tiles, localText } = wish
  // Reading on this machine and by a model are two tasks.
  const task = wish.task === 'read' ? 'ocr' : wish.task
  const preset = presetOf(wish.engine)
  prepareOptions(withoutGaps({ ...options, task }))
  return {
    task,
    engine: preset.id,
    model: modelOf(preset, { precise, ...(model !== undefined && { model }) }, vision),
    parameters: withoutGaps({ ...options, temperature, maxTokens, topP, tiles, localText })
  }
}

function readingAsks({ task, layout }: Wish): BatchAsks {
  if (task === 'read') return { task, engine: deviceEngine, parameters: withoutGaps({ layout }) }
  throw new Failure('usage', 'On this machine text is read; everything else needs a vision model.', {
    advice: 'Choose a provider.',
    saying: saying('work.no-provider')
  })
}

/** A question as the library keeps it. */
export interface Asked {
  readonly task: string
  readonly engine: string
  readonly model?: string | undefined
  /** JSON of the task's options. */
  readonly parameters: unknown
}

/** The same in the form in which it can be asked again; undefined for what this version of the window cannot ask. */
export function askAgain({ task, engine, model, parameters }: Asked): Ask | undefined {
  if (typeof parameters !== 'object' || parameters === null) return undefined
  const { layout, temperature, maxTokens, topP, tiles, localText, ...options } = { ...unsaid, ...parameters }
  const wish = { task, engine, model, layout, temperature, maxTokens, topP, tiles, localText, options }
  return ask.safeParse(withoutGaps(wish)).data
}

const unsaid: Readonly<Record<'layout' | 'temperature' | 'maxTokens' | 'topP' | 'tiles' | 'localText', unknown>> = {
  layout: undefined,
  temperature: undefined,
  maxTokens: undefined,
  topP: undefined,
  tiles: undefined,
  localText: undefined
}

/** Without members that are undefined, which would make another fingerprint. */
function withoutGaps(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined))
}
