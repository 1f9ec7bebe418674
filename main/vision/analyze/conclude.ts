import type { Box } from '../../engine/protocol/geometry.ts'
import type { TaskResult } from '../../tasks/result.ts'
import type { Task } from '../../tasks/task.ts'
import type { ChatAnswer, Usage } from '../chat.ts'
import type { Analysis } from './analysis.ts'
import { forecastOf } from './forecast.ts'
import type { Sent } from './send.ts'

/** Makes one result of all answers. */
export function conclude({ prepared, rounds, answers, given, calls, notices }: Sent, milliseconds: number): Analysis {
  const { task, language } = prepared
  const options = { ...prepared.options, language }
  const parts = answers.flatMap(({ text, truncated }, index) => {
    const round = rounds[index]
    if (!round) return []
    return [{ result: task.parse(text, { options, truncated, toPixels: round.toPixels }), tile: round.part }]
  })
  const last = answers.at(-1)
  const forecast = forecastOf(prepared)
  return {
    result: joined(parts, task),
    forecast,
    model: last?.model ?? forecast.model,
    usage: sum(given),
    calls,
    sentBytes: given.reduce((bytes, answer) => bytes + answer.sentBytes, 0),
    thinking: answers
      .map((answer) => answer.thinking)
      .join('\n')
      .trim(),
    truncated: answers.some((answer) => answer.truncated),
    quota: last?.quota ?? {},
    milliseconds: { firstByte: answers[0]?.milliseconds.firstByte ?? milliseconds, total: milliseconds },
    notices
  }
}

type Part = { readonly result: TaskResult; readonly tile: Box }

/** Only tasks that join results have several calls. */
function joined(parts: readonly Part[], { merge }: Pick<Task, 'merge'>): TaskResult {
  const [first] = parts
  if (!first) throw new TypeError('an analysis without an answer')
  return merge && parts.length > 1 ? merge(parts) : first.result
}

function sum(answers: readonly ChatAnswer[]): Usage | undefined {
  const told = answers.flatMap(({ usage }) => (usage ? [usage] : []))
  if (told.length === 0) return undefined
  const total = (key: keyof Usage): number => told.reduce((all, usage) => all + usage[key], 0)
  return {
    promptTokens: total('promptTokens'),
    completionTokens: total('completionTokens'),
    totalTokens: total('totalTokens')
  }
}
