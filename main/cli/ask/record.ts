import type { Failure } from '../../failure.ts'
import type { TaskName } from '../../tasks/options.ts'
import type { TaskResult } from '../../tasks/result.ts'
import { type Analysis, noticesOf } from '../../vision/analyze/analysis.ts'
import { VisionFailure } from '../../vision/failure.ts'
import { type FailureRecord, recordFailure, type TextRecord } from '../output/record.ts'

/** What `--json` tells of an answer. Promised in docs/command-line.md: fields may be added, none changes its meaning. */
export interface AnswerRecord extends TextRecord {
  readonly task: TaskName
  /** As the provider names it. */
  readonly model: string
  readonly provider: string
  /** Boxes, chart or tables as data; the kind alone for an answer in words. */
  readonly result: ResultData
  readonly usage: Analysis['usage']
  /** Tokens of what is seen, as they were estimated before; `usage` counts them together with the words. */
  readonly estimatedTokens: number
  readonly calls: number
  readonly sentBytes: number
  readonly truncated: boolean
  readonly notices: readonly string[]
  readonly milliseconds: number
}

type Without<T, Keys extends string> = T extends unknown ? Omit<T, Keys> : never
type ResultData = Without<TaskResult, 'text' | 'notices'>

/** What `--json` tells of a picture that failed. */
interface AskFailureRecord extends FailureRecord {
  /** What had come of the answer. */
  readonly partial?: string
}

/** `text` is the answer in the form that was wished. */
export function recordAnswer(file: string, task: TaskName, analysis: Analysis, text: string): AnswerRecord {
  const { model, forecast, usage, calls, sentBytes, truncated, milliseconds } = analysis
  const { text: _text, notices: _notices, ...result } = analysis.result
  return {
    file,
    task,
    model,
    provider: forecast.provider,
    text,
    result,
    usage,
    estimatedTokens: forecast.tokens,
    calls,
    sentBytes,
    truncated,
    notices: noticesOf(analysis).map(({ message }) => message),
    milliseconds: Math.round(milliseconds.total)
  }
}

export function recordAskFailure(file: string, failure: Failure): AskFailureRecord {
  const partial = failure instanceof VisionFailure ? failure.partial : undefined
  return { ...recordFailure(file, failure), ...(partial !== undefined && { partial }) }
}
