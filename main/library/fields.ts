import { z } from 'zod'
import { fold } from './search/fold.ts'

/** What is searched of an entry, as it was written. */
export interface Fields {
  readonly name: string
  readonly question: string
  /** Names of what was located, of series and of rows. */
  readonly labels: string
  readonly text: string
  /** Questions and answers that followed, in turn. */
  readonly turns: readonly string[]
}

/** The fields folded, one a line, in the order in which `scoreOf` weighs them. */
export function documentOf({ name, question, labels, text, turns }: Fields): string {
  return [name, question, labels, text, ...turns].map(fold).join('\n')
}

const asked = z.object({
  question: z.string().optional().catch(undefined),
  categories: z.array(z.string()).optional().catch(undefined),
  custom: z.object({ name: z.string(), prompt: z.string() }).optional().catch(undefined)
})

/** What was asked, from a job's parameters. */
export function questionOf(parameters: unknown): string {
  const { data } = asked.safeParse(parameters)
  return [data?.question, data?.categories?.join(', '), data?.custom?.name, data?.custom?.prompt]
    .filter(Boolean)
    .join('\n')
}

const named = z.object({ name: z.string() })
const labelled = z.object({ label: z.string() })
const located = z.object({
  detections: z.array(labelled).catch([]).default([]),
  /** Codes read in the picture. */
  codes: z
    .array(z.object({ text: z.string() }))
    .catch([])
    .default([]),
  chart: z
    .object({ title: z.string().optional(), series: z.array(named), rows: z.array(labelled) })
    .optional()
    .catch(undefined)
})

/** The labels of a result, and how many things it located. */
export function labelsOf(body: unknown): { readonly labels: string; readonly boxes: number } {
  const { data } = located.safeParse(body)
  if (data === undefined) return { labels: '', boxes: 0 }
  const { detections, codes, chart } = data
  const labels = [
    ...detections.map(({ label }) => label),
    ...codes.map(({ text }) => text),
    ...(chart
      ? [chart.title ?? '', ...chart.series.map(({ name }) => name), ...chart.rows.map(({ label }) => label)]
      : [])
  ]
  return { labels: [...new Set(labels)].filter(Boolean).join(', '), boxes: detections.length }
}
