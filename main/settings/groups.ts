import { z } from 'zod'

const reading = z.looseObject({
  /** Id of the model pack. */
  pack: z.string().min(1).max(64).default('ppocr-v4-mobile'),
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
  /** By the id of the preset. */
  providers: z.record(z.string().max(40), provider).default({}),
  /** By base URL and model, with a space between. */
  learned: z.record(z.string().max(2300), learned).default({})
})

/** All preferences. Keys that this version does not know are kept: a newer version may have written them. */
export const groups = z.looseObject({ reading: reading.prefault({}), vision: vision.prefault({}) })

type Known<T> = { [K in keyof T as string extends K ? never : K]: T[K] }

export interface PreferenceValues {
  readonly reading: Readonly<Known<z.infer<typeof reading>>>
  readonly vision: Readonly<Known<z.infer<typeof vision>>>
}
