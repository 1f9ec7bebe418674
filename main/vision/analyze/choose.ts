import { Failure } from '../../failure.ts'
import { type Said, say, saying } from '../../saying.ts'
import type { PreferenceValues } from '../../settings/groups.ts'
import type { Keys } from '../../settings/keys.ts'
import { isLoopback } from '../base-url.ts'
import type { Endpoint, Sampling } from '../endpoint.ts'
import type { PictureRules, Preset } from '../preset.ts'
import { rulesFor } from '../presets/rules.ts'
import { presetOf } from '../presets.ts'
import { resolveEndpoint } from '../resolve.ts'
import type { AnalyzeOptions } from './options.ts'

/** Whom a request goes to, and how. */
export interface Choice {
  readonly endpoint: Endpoint
  readonly model: string
  readonly sampling: Sampling
  readonly rules: PictureRules
  /** Sentences for the person. */
  readonly notices: readonly Said[]
}

/** What chooses an endpoint, a model and how it speaks. */
export type Wishes = Pick<
  AnalyzeOptions,
  'provider' | 'baseUrl' | 'key' | 'model' | 'precise' | 'temperature' | 'maxTokens' | 'topP'
>

/** What the settings hold that matters here. */
export interface Stored {
  readonly preferences: PreferenceValues['vision']
  readonly keys: Pick<Keys, 'find'>
}

/**
 * Puts the person's wishes over the preferences, and these over the preset. `task` is what the task itself prefers.
 * Throws `usage`, `vision-key-missing`, `vision-key-format`, `vision-address` and what the store of keys throws.
 */
export function choose(wishes: Wishes, stored: Stored, task: Partial<Sampling> = {}): Choice {
  const { preferences } = stored
  const preset = presetOf(wishes.provider ?? preferences.provider)
  const { endpoint, notices } = connect(preset, wishes, stored)
  const model = modelOf(preset, wishes, preferences)
  return {
    endpoint,
    model,
    sampling: samplingOf(wishes, preferences, task),
    rules: rulesOf(endpoint, model, preferences),
    notices
  }
}

/** The endpoint alone, for a list of models or a test. Throws as `choose` does. */
export function connect(
  preset: Preset,
  wishes: Pick<Wishes, 'baseUrl' | 'key'>,
  { preferences, keys }: Stored
): { readonly endpoint: Endpoint; readonly notices: readonly Said[] } {
  const baseUrl = wishes.baseUrl ?? preferences.providers[preset.id]?.baseUrl
  const kept = wishes.key === undefined ? keys.find({ id: preset.id, variable: preset.key.variable })?.key : undefined
  const key = wishes.key ?? kept
  const { endpoint, notices } = resolveEndpoint({ preset, baseUrl, key })
  const stray = kept === undefined ? undefined : strayKey(endpoint)
  return { endpoint, notices: stray === undefined ? notices : [...notices, stray] }
}

/** A key was made for one host; another one on the net gets it only before the person's eyes. */
function strayKey({ baseUrl, preset }: Endpoint): Said | undefined {
  const { host, hostname } = new URL(baseUrl)
  const isAtHome = preset.baseUrl === '' || new URL(preset.baseUrl).host === host
  if (isAtHome || isLoopback(hostname)) return undefined
  return say(`The key of ${preset.title} goes to ${host}.`, 'sent.key-elsewhere', { provider: preset.title, host })
}

/** What the provider does with pictures for this model, by what the person has set, a probe has learned, the preset has. */
export function rulesOf(endpoint: Endpoint, model: string, preferences: PreferenceValues['vision']): PictureRules {
  const { boxes: ownBoxes, ...rules } = rulesFor(endpoint.preset, model)
  const { boxes: learnedBoxes, legible } = preferences.learned[learnedKey(endpoint, model)] ?? {}
  const boxes = preferences.providers[endpoint.preset.id]?.boxes ?? learnedBoxes ?? ownBoxes
  return { ...rules, boxes, ...(legible !== undefined && { legible }) }
}

/** Where the preferences keep what a probe has learned of a model. */
export function learnedKey(endpoint: Endpoint, model: string): string {
  return `${endpoint.baseUrl} ${model}`
}

/** The model to ask. Throws `usage` when none is named and the preset has none. */
export function modelOf(
  preset: Preset,
  { model, precise = false }: Pick<Wishes, 'model' | 'precise'>,
  { providers }: Stored['preferences']
): string {
  const kind = precise ? 'precise' : 'fast'
  const chosen = model?.trim() || (providers[preset.id]?.[kind] ?? preset.models[kind])
  if (chosen) return chosen
  throw new Failure('usage', `No ${kind} model is chosen for ${preset.title}.`, {
    advice: 'Name a model; the list of models shows what is there.',
    saying: saying('model.none-chosen', { provider: preset.title })
  })
}

const ranges = {
  temperature: { least: 0.1, most: 1 },
  maxTokens: { least: 1, most: 32_768 },
  topP: { least: 0.01, most: 1 }
} as const

/**
 * A wish decides. Else a task that wants exactness has a temperature of its own, and one with long answers has room for
 * them: a preference gives more room, never less.
 */
function samplingOf(wishes: Wishes, preferences: Sampling, task: Partial<Sampling>): Sampling {
  const { temperature, maxTokens, topP } = preferences
  return {
    temperature: within('temperature', wishes.temperature ?? task.temperature ?? temperature),
    maxTokens: within('maxTokens', wishes.maxTokens ?? Math.max(task.maxTokens ?? 0, maxTokens)),
    topP: within('topP', wishes.topP ?? topP)
  }
}

function within(name: keyof typeof ranges, value: number): number {
  const { least, most } = ranges[name]
  if (value >= least && value <= most && (name !== 'maxTokens' || Number.isInteger(value))) return value
  const kind = name === 'maxTokens' ? 'a whole number' : 'a number'
  throw new Failure('usage', `${name} is ${value}, and has to be ${kind} from ${least} to ${most}.`, {
    advice: 'Change it, or leave it out.',
    saying: saying('ask.out-of-range', { option: name, least, most })
  })
}
