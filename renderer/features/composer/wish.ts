import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { Ask } from '../../../preload/contract/ask.ts'
import type { SettingsView } from '../../../preload/contract/settings.ts'

export const taskChoices = ['read', 'ask', 'describe', 'detect', 'chart', 'table', 'translate', 'code'] as const
export type TaskChoice = (typeof taskChoices)[number]

export const engineChoices = ['device', 'fast', 'precise', 'model'] as const
export type EngineChoice = (typeof engineChoices)[number]

export type OwnTask = SettingsView['values']['tasks']['custom'][number]

/** What is chosen in the composer, the words of the question aside. Remembered for the next time. */
export interface Wish {
  /** One of `taskChoices`, or `own:` and the name of a task of the person's own making. */
  readonly task: TaskChoice | `own:${string}`
  readonly engine: EngineChoice
  /** Id of a preset; undefined: the preferred one. */
  readonly provider: string | undefined
  /** For the engine `model`. */
  readonly model: string
  readonly categories: readonly string[]
  /** BCP 47; undefined: between the app's language and the other one. */
  readonly target: string | undefined
  readonly language: 'en' | 'zh-CN' | undefined
  readonly temperature: number | undefined
  readonly maxTokens: number | undefined
  readonly topP: number | undefined
  readonly tiles: boolean | undefined
  readonly localText: boolean | undefined
}

export const firstWish: Wish = {
  task: 'read',
  engine: 'device',
  provider: undefined,
  model: '',
  categories: [],
  target: undefined,
  language: undefined,
  temperature: undefined,
  maxTokens: undefined,
  topP: undefined,
  tiles: undefined,
  localText: undefined
}

interface Chosen {
  readonly wish: Wish
  readonly change: (change: Partial<Wish>) => void
}

export const useWish = create<Chosen>()(
  persist((set) => ({ wish: firstWish, change: (change) => set(({ wish }) => ({ wish: changed(wish, change) })) }), {
    name: 'wish',
    storage: createJSONStorage(() => localStorage),
    partialize: ({ wish }) => ({ wish })
  })
)

/** On this machine text is read and nothing else: task and engine follow each other. */
export function changed(wish: Wish, change: Partial<Wish>): Wish {
  const next = { ...wish, ...change }
  if (next.engine !== 'device' || next.task === 'read') return next
  return change.engine === 'device' ? { ...next, task: 'read' } : { ...next, engine: 'fast' }
}

/** What is still to be said before it can be asked. */
export type Gap = 'question' | 'model' | 'own-task'

/** What is asked, in the contract's words, or what is missing. `provider` is the preferred one. */
export function askOf(
  wish: Wish,
  question: string,
  { provider, own }: { readonly provider: string; readonly own: readonly OwnTask[] }
): Ask | Gap {
  if (wish.engine === 'device') return { task: 'read', engine: 'device' }
  const task = taskOf(wish.task, own)
  if (task === undefined) return 'own-task'
  const words = question.trim()
  if (task.task === 'ask' && words === '') return 'question'
  if (wish.engine === 'model' && wish.model.trim() === '') return 'model'
  return {
    task: task.task,
    engine: wish.provider ?? provider,
    ...(wish.engine === 'model' && { model: wish.model.trim() }),
    ...(wish.engine === 'precise' && { precise: true }),
    ...given({ temperature: wish.temperature, maxTokens: wish.maxTokens, topP: wish.topP }),
    ...given({ tiles: wish.tiles, localText: wish.localText }),
    options: {
      ...task.options,
      ...given({ language: wish.language }),
      ...(words !== '' && { question: words }),
      ...(task.task === 'detect' && wish.categories.length > 0 && { categories: [...wish.categories] }),
      ...(task.task === 'translate' && given({ target: wish.target }))
    }
  }
}

function taskOf(task: Wish['task'], own: readonly OwnTask[]): Pick<Ask, 'task' | 'options'> | undefined {
  // By a model, reading is a task of its own.
  if (task === 'read') return { task: 'ocr' }
  const choice = taskChoices.find((name) => name === task)
  if (choice !== undefined) return { task: choice }
  const custom = own.find(({ name }) => `own:${name}` === task)
  return custom === undefined ? undefined : { task: 'custom', options: { custom } }
}

/** The members that have a value. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

interface Offered {
  readonly own: readonly OwnTask[]
  readonly providers: readonly Pick<SettingsView['providers'][number], 'id' | 'fast' | 'precise'>[]
}

/** The choices that would ask the same once more; undefined for what the composer does not offer. */
export function wishOf(ask: Ask, { own, providers }: Offered): Wish | undefined {
  if (ask.engine === 'device') return firstWish
  const { options = {} } = ask
  const task = choiceOf(ask, own)
  if (task === undefined) return undefined
  return {
    ...firstWish,
    task,
    engine: engineOf(ask, providers),
    provider: ask.engine,
    model: ask.model ?? '',
    categories: options.categories ?? [],
    target: options.target,
    language: options.language,
    temperature: ask.temperature,
    maxTokens: ask.maxTokens,
    topP: ask.topP,
    tiles: ask.tiles,
    localText: ask.localText
  }
}

/** A model that is the fast or the precise one of its provider is called so. */
function engineOf({ model, precise, engine }: Ask, providers: Offered['providers']): EngineChoice {
  const known = providers.find(({ id }) => id === engine)
  if (model === undefined) return precise === true ? 'precise' : 'fast'
  if (model === known?.fast) return 'fast'
  return model === known?.precise ? 'precise' : 'model'
}

function choiceOf({ task, options }: Ask, own: readonly OwnTask[]): Wish['task'] | undefined {
  if (task === 'ocr') return 'read'
  const name = options?.custom?.name
  if (task === 'custom') return own.some((one) => one.name === name) ? `own:${name ?? ''}` : undefined
  return taskChoices.find((choice) => choice === task)
}
