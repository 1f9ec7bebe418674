import { z } from 'zod'
import { asFailure } from '../failure.ts'
import type { Job, JobResult } from '../jobs/job.ts'
import type { Execution, Executor, Obstacle } from '../jobs/runner/executor.ts'
import type { Library } from '../library/library.ts'
import { taskOptions } from '../tasks/options.ts'
import { boundNotices } from '../tasks/parse/notices.ts'
import { type Analysis, noticesOf } from '../vision/analyze/analysis.ts'
import type { AnalyzeEvent, AnalyzeOptions } from '../vision/analyze/options.ts'
import type { Vision } from '../vision/vision.ts'
import { keptIn } from './kept-answers.ts'

/** What a job may say besides its task, engine and model. Ranges are checked where they are used. */
const parameters = taskOptions.omit({ task: true }).extend({
  precise: z.boolean().exactOptional(),
  temperature: z.number().exactOptional(),
  maxTokens: z.number().exactOptional(),
  topP: z.number().exactOptional(),
  tiles: z.boolean().exactOptional(),
  localText: z.boolean().exactOptional()
})

/** Longer waits in milliseconds are the queue's: other jobs may go on meanwhile. */
const patience = 3000

export interface VisionExecutorPorts {
  readonly vision: Pick<Vision, 'analyze' | 'check'>
  readonly pictures: Pick<Library['pictures'], 'bytes'>
}

/** Asks vision models; writes down each paid call before it is made. */
export function createVisionExecutor({ vision, pictures }: VisionExecutorPorts): Executor {
  return {
    obstacle: (job) => obstacleOf(vision, job),
    execute: async (job, execution) => {
      const source = { kind: 'bytes', bytes: await pictures.bytes(job.picture), name: job.name } as const
      const { signal, onText } = execution
      const analysis = await vision.analyze(source, wishesOf(job), {
        signal,
        onText,
        patience,
        kept: keptIn(execution),
        onEvent: (event) => follow(event, execution)
      })
      return resultOf(analysis)
    }
  }
}

/** What a job asks, in the terms of the client. Throws a `ZodError` for parameters that no version has written. */
export function wishesOf({
  task,
  engine,
  model,
  parameters: given
}: Pick<Job, 'task' | 'engine' | 'parameters'> & { readonly model?: string | undefined }): AnalyzeOptions {
  return {
    ...parameters.parse(given),
    task: taskOptions.shape.task.parse(task),
    provider: engine,
    ...(model && { model })
  }
}

function obstacleOf(vision: VisionExecutorPorts['vision'], job: Job): Obstacle | undefined {
  try {
    vision.check({ provider: job.engine, ...(job.model && { model: job.model }) })
    return undefined
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (failure.code !== 'vision-key-missing') return undefined
    return { scope: 'engine', reason: 'needs-key', notBefore: undefined, failure }
  }
}

/** A mark that cannot be written throws: then the call is not made. */
function follow(event: AnalyzeEvent, { mark, onAgain, onProgress }: Execution): void {
  switch (event.kind) {
    case 'forecast':
      return mark('intended')
    case 'again':
      onAgain()
      return mark('intended')
    case 'call':
      if (event.event.kind === 'sending') mark('sent')
      if (event.event.kind === 'first-byte') mark('answering')
      return onProgress((event.number - 1) / event.of)
    case 'preparing':
      return
  }
}

/** The result keeps all sentences for the person: whoever opens it later has seen none of them come up. */
function resultOf(analysis: Analysis): JobResult {
  const { result, forecast, usage, calls, sentBytes, milliseconds, model, quota } = analysis
  return {
    kind: result.kind,
    text: result.text,
    body: { ...result, notices: boundNotices(noticesOf(analysis)) },
    usage: {
      calls,
      sentBytes,
      model,
      milliseconds: milliseconds.total,
      promptTokens: usage?.promptTokens,
      estimatedTokens: forecast.tokens,
      completionTokens: usage?.completionTokens,
      remaining: { account: quota.remaining, model: quota.modelRemaining }
    }
  }
}
