import type { AppEvent } from '../../../preload/contract/app.ts'
import type { BatchEvent } from '../../jobs/batch/events.ts'
import type { RunnerEvent } from '../../jobs/runner/events.ts'

type Notice = Extract<AppEvent, { kind: 'notice' }>

/** What a person has to hear of at once; undefined for what the lists show in its place. */
export function noticeOf(event: RunnerEvent | BatchEvent): Notice | undefined {
  if (event.kind === 'disk-full')
    return notice('warning', 'The disk is full.', 'Make room: the work goes on by itself.')
  if (event.kind === 'room-again') return notice('info', 'There is room again: the work goes on.')
  if (event.kind === 'trouble') return notice('error', event.failure.message, event.failure.advice)
  if (event.kind === 'skipped') return notice('warning', event.failure.message, event.failure.advice)
  return undefined
}

function notice(level: Notice['level'], message: string, advice?: string): Notice {
  return { kind: 'notice', level, problem: { message, ...(advice !== undefined && { advice }) } }
}
