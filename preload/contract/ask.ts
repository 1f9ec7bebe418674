import { z } from 'zod'
import { taskOptions } from '../../main/tasks/options.ts'
import { id, token } from './schemas.ts'

/** Modes of layout of what was read on this machine. */
export const layoutModes = ['paragraphs', 'lines', 'single', 'code', 'table'] as const
export type LayoutMode = (typeof layoutModes)[number]

/** What is asked of a picture, and of whom. `read` on this machine, else a task of a vision model. */
export const ask = z.strictObject({
  task: z.union([z.literal('read'), taskOptions.shape.task]),
  /** `device`, or the id of a preset. */
  engine: z.string().min(1).max(60),
  /** Any model id; else the fast one of the provider, or with `precise` the precise one. */
  model: z.string().min(1).max(200).optional(),
  precise: z.boolean().optional(),
  options: taskOptions.omit({ task: true, history: true }).strict().default({}),
  layout: z.enum(layoutModes).optional(),
  temperature: z.number().min(0.1).max(1).optional(),
  maxTokens: z.int().min(1).max(32_768).optional(),
  topP: z.number().min(0.01).max(1).optional(),
  /** Send a large picture in parts of full size. */
  tiles: z.boolean().optional(),
  /** Whether text that was read on this machine goes along. */
  localText: z.boolean().optional()
})
export type Ask = z.input<typeof ask>

/** What is asked about: something taken in, or the picture of an entry. */
export const subject = z.union([
  z.strictObject({
    token,
    /** Of a document: pages such as `1-3,7,10-`. Default: all. */
    pages: z.string().max(2000).optional()
  }),
  z.strictObject({ entry: id })
])
export type Subject = z.input<typeof subject>
