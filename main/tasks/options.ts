import { z } from 'zod'

/** A task of the person's own making. */
export const customTask = z.object({
  /** For menus and the command line. */
  name: z.string().trim().min(1).max(60),
  prompt: z.string().trim().min(1).max(8000),
  result: z.enum(['text', 'boxes', 'chart', 'tables'])
})
export type CustomTask = z.infer<typeof customTask>

export const taskNames = ['describe', 'ocr', 'ask', 'detect', 'chart', 'table', 'translate', 'code', 'custom'] as const
export const taskName = z.enum(taskNames)
export type TaskName = z.infer<typeof taskName>

/** One question and its answer, before the present one, about the same picture. */
export const turn = z.object({ question: z.string().max(8000), answer: z.string().max(100_000) })
export type Turn = z.infer<typeof turn>

/** All that a person can say about a task. */
export const taskOptions = z.object({
  task: taskName,
  /** For `ask`, needed there; elsewhere an additional wish. */
  question: z.string().trim().min(1).max(8000).optional(),
  /** For `detect`: what to look for. Everything that stands out when missing. */
  categories: z.array(z.string().trim().min(1).max(100)).max(100).optional(),
  /** For `translate`: the language to translate to, BCP 47. */
  target: z.string().max(35).optional(),
  /** Language of the prompt and of the answer. A question decides by itself when this is missing. */
  language: z.enum(['en', 'zh-CN']).optional(),
  custom: customTask.optional(),
  /** Earlier turns on the same picture, oldest first. */
  history: z.array(turn).max(50).optional()
})
export type TaskOptions = z.infer<typeof taskOptions>
