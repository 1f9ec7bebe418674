import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { deviceEngine } from '../../jobs/job.ts'
import type { Entry } from '../../library/entries.ts'
import { saying } from '../../saying.ts'
import { type TaskOptions, type Turn, taskOptions } from '../../tasks/options.ts'
import { type Language, promptLanguage } from '../../tasks/prompt/language.ts'
import type { AnalyzeOptions } from '../../vision/analyze/options.ts'
import { firstQuestion } from './first-question.ts'

/** What the first question may have said; what does not fit is as if it had not. */
const first = taskOptions.omit({ task: true, history: true })

/** What of it holds for further questions as well. */
const manner = z.object({
  language: first.shape.language,
  precise: z.boolean().exactOptional(),
  temperature: z.number().exactOptional(),
  maxTokens: z.number().exactOptional(),
  topP: z.number().exactOptional(),
  tiles: z.boolean().exactOptional(),
  localText: z.boolean().exactOptional()
})

/** Turns that a request may hold, and characters of an answer among them. */
const most = { turns: 50, answer: 100_000 }

/** Where `preferred` is the provider for entries that were read on this machine, and `language` that of the app. */
interface Preferred {
  readonly provider: string
  readonly language: Language
}

/**
 * A further question about an entry, as it is put to the provider and the model that answered the first one, with all that
 * was said before. Throws `usage` for an entry without an answer.
 */
export function furtherQuestion(entry: Entry, question: string, preferred: Preferred): AnalyzeOptions {
  if (entry.result === undefined) {
    throw new Failure('usage', 'This picture has no answer yet.', {
      advice: 'Ask again when the first one is there.',
      saying: saying('ask.no-answer-yet')
    })
  }
  const said = manner.safeParse(entry.parameters).data
  const history = historyOf(entry, question, preferred.language)
  const further = { ...said, task: 'ask', question, history } as const
  if (entry.engine === deviceEngine) return { ...further, provider: preferred.provider }
  return { ...further, provider: entry.engine, ...(entry.model !== undefined && { model: entry.model }) }
}

/** What was said so far, the first question among it. A reading is none: the text goes along by itself where it helps. */
function historyOf({ engine, task, parameters, result, turns }: Entry, question: string, fallback: Language): Turn[] {
  const later = turns.map((turn) => ({ question: turn.question, answer: turn.answer.slice(0, most.answer) }))
  const name = taskOptions.shape.task.safeParse(task).data
  if (engine === deviceEngine || name === undefined || result === undefined) return later.slice(-most.turns)
  const options: TaskOptions = { ...first.safeParse(parameters).data, task: name }
  const language = promptLanguage({ ...options, question: options.question ?? question }, fallback)
  const opening = { question: firstQuestion(options, language), answer: result.text.slice(0, most.answer) }
  return [opening, ...later.slice(1 - most.turns)]
}
