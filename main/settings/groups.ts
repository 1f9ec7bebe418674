import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { captureModes } from '../capture/mode.ts'
import { customTask } from '../tasks/options.ts'

const reading = z.looseObject({
  /** Id of the model pack; `auto` is the best one that came with the app. */
  pack: z.string().min(1).max(64).default('auto'),
  /** Threads of each network; 0 chooses the number of physical cores. */
  threads: z.number().int().min(0).max(64).default(0),
  layout: z.enum(['paragraphs', 'lines', 'single', 'code', 'table']).default('paragraphs')
})

const boxSpace = z.enum(['thousand', 'thousand-y-first', 'pixels', 'unit'])

/** What the person has changed about one provider. */
const provider = z.looseObject({
  baseUrl: z.string().max(2000).optional(),
  fast: z.string().trim().min(1).max(200).optional(),
  precise: z.string().trim().min(1).max(200).optional(),
  concurrency: z.number().int().min(1).max(64).optional(),
  /** How its models count boxes, where it is known better than the preset has it. */
  boxes: boxSpace.optional()
})

/** What a probe has found out about a model; see `main/vision/probe`. */
export const learned = z.object({
  boxes: boxSpace.optional(),
  /** Height in pixels of the smallest text that it read. */
  legible: z.number().positive().optional(),
  /** When, in milliseconds since 1970. */
  time: z.number()
})
export type Learned = z.infer<typeof learned>

const vision = z.looseObject({
  /** Id of a preset. */
  provider: z.string().min(1).max(40).default('modelscope'),
  /** Of prompts and answers; `auto` goes by the question, else by the system. */
  language: z.enum(['auto', 'en', 'zh-CN']).default('auto'),
  /** Where a task has none of its own. */
  temperature: z.number().min(0.1).max(1).default(0.7),
  /** Longest answer; a task that needs more room has it all the same. */
  maxTokens: z.number().int().min(1).max(32_768).default(2048),
  topP: z.number().min(0.01).max(1).default(0.8),
  /** Whether text that was read on this machine goes with the picture where it helps. */
  localText: z.boolean().default(true),
  /** By the id of the preset. An entry, be it empty, also says that the person uses this provider. */
  providers: z.record(z.string().max(40), provider).default({}),
  /** By base URL and model, with a space between. */
  learned: z.record(z.string().max(2300), learned).default({})
})

const appearance = z.looseObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  contrast: z.enum(['system', 'normal', 'high']).default('system'),
  /** Factor on the size of all text of the window. */
  textScale: z.number().min(0.8).max(1.6).default(1),
  motion: z.enum(['system', 'reduced']).default('system'),
  language: z.enum(['system', 'en', 'zh-CN']).default('system')
})

const accelerator = z.string().max(100)

const capture = z.looseObject({
  /** By mode, as Electron writes accelerators; empty for none, missing for the one of a new installation. */
  hotkeys: z.partialRecord(z.enum(captureModes), accelerator).default({}),
  /** Whether letting go of the button is enough, or the Enter key has to confirm. */
  confirmOn: z.enum(['release', 'enter']).default('release'),
  /** Where the text goes first. */
  deliverTo: z.enum(['clipboard', 'panel']).default('clipboard'),
  /** Whether `read-region` copies at once, or a bar at the selection asks what to do. */
  bar: z.boolean().default(false),
  notify: z.boolean().default(true)
})

const desktop = z.looseObject({
  startAtLogin: z.boolean().default(false),
  /** Whether closing the window leaves the app in the tray, where hotkeys go on working. */
  closeToTray: z.boolean().default(true),
  checkUpdates: z.boolean().default(true),
  /** Whether the welcome was shown. */
  welcomed: z.boolean().default(false),
  /** Of the main window, in DIP. */
  window: z
    .object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1), isMaximized: z.boolean() })
    .optional()
})

/** A folder of this machine. */
const place = z.string().max(32_768).refine(isAbsolute, 'not an absolute path')

const library = z.looseObject({
  /** Where it lies; missing for `library` in the app's data folder. */
  folder: place.optional(),
  /** Where it lay before it was moved; what is left there is to be removed. */
  former: place.optional(),
  /** What is deleted by itself once a day; without any rule nothing is. Stars stay. */
  keepDays: z.int().min(1).max(36_500).optional(),
  keepEntries: z.int().min(1).max(10_000_000).optional(),
  keepBytes: z.int().min(1_000_000).max(1e15).optional()
})

const privacy = z.looseObject({
  /** When the window shows what will be sent before it is: `remote` for all but this machine. */
  confirm: z.enum(['remote', 'never']).default('remote'),
  /** Whether a notification shows the first words that were read: everybody near the screen can read them. */
  notifyText: z.boolean().default(true)
})

const tasks = z.looseObject({ custom: z.array(customTask).max(50).default([]) })

const shapes = { appearance, capture, desktop, library, privacy, reading, tasks, vision }
export type PreferenceGroup = keyof typeof shapes

/** Written by main alone: a page has no say in where files lie. */
const ownSettings: readonly string[] = ['library.folder', 'library.former']

/** The names of the settings in a group that a window may write. */
export function settingNames(group: PreferenceGroup): readonly string[] {
  return Object.keys(shapes[group].shape).filter((name) => !ownSettings.includes(`${group}.${name}`))
}

/** All preferences. Keys that this version does not know are kept: a newer version may have written them. */
export const groups = z.looseObject({
  appearance: appearance.prefault({}),
  capture: capture.prefault({}),
  desktop: desktop.prefault({}),
  library: library.prefault({}),
  privacy: privacy.prefault({}),
  reading: reading.prefault({}),
  tasks: tasks.prefault({}),
  vision: vision.prefault({})
})

type Known<T> = { [K in keyof T as string extends K ? never : K]: T[K] }

export interface PreferenceValues {
  readonly appearance: Readonly<Known<z.infer<typeof appearance>>>
  readonly capture: Readonly<Known<z.infer<typeof capture>>>
  readonly desktop: Readonly<Known<z.infer<typeof desktop>>>
  readonly library: Readonly<Known<z.infer<typeof library>>>
  readonly privacy: Readonly<Known<z.infer<typeof privacy>>>
  readonly tasks: Readonly<Known<z.infer<typeof tasks>>>
  readonly reading: Readonly<Known<z.infer<typeof reading>>>
  readonly vision: Readonly<Known<z.infer<typeof vision>>>
}
