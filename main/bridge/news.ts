import type { EventNoun } from '../../preload/contract/channels.ts'
import type { Events } from '../../preload/contract/contract.ts'
import { assertNever } from '../failure.ts'
import type { BatchEvent } from '../jobs/batch/events.ts'
import { type Clock, systemClock } from '../jobs/clock.ts'
import type { RunnerEvent } from '../jobs/runner/events.ts'
import { progressView } from './jobs/status.ts'
import { createBeat } from './news/beat.ts'
import { noticeOf } from './news/notices.ts'

/** Tells the windows what happens, often enough to be alive and not so often that they drown. */
export interface News {
  readonly runner: (event: RunnerEvent) => void
  readonly batch: (event: BatchEvent) => void
  /** For `queue.subscribe`: something is otherwise, here or in another process. */
  readonly queueChanged: () => void
  readonly libraryChanged: () => void
  /** Nothing is told any more. */
  readonly stop: () => void
}

export interface NewsPorts {
  readonly emit: <N extends EventNoun>(noun: N, event: Events[N]) => void
  readonly clock?: Clock
}

/** Milliseconds between two pieces of an answer: as fast as anybody reads. */
const textPause = 50
/** Between two changes of a list, each of which makes the window ask again. */
const listPause = 250
/** More jobs than this are not named one by one. */
const mostIds = 200

/** Puts together what comes in bursts. */
export function createNews({ emit, clock = systemClock }: NewsPorts): News {
  const texts = new Map<number, string>()
  const shown = new Set<number>()
  const working = new Map<number, number>()
  const changed = new Set<number>()
  let anyMayHave = false
  let lastNotice = ''

  const tellTexts = createBeat(clock, textPause, () => {
    for (const [id, delta] of texts) emit('jobs', { kind: 'text', id, delta })
    for (const [id, done] of working) emit('jobs', { kind: 'working', id, done })
    texts.clear()
    working.clear()
  })
  const tellLists = createBeat(clock, listPause, () => {
    const ids = anyMayHave || changed.size > mostIds ? undefined : [...changed]
    if (ids === undefined || ids.length > 0) emit('jobs', { kind: 'changed', ids })
    emit('library', { kind: 'changed' })
    changed.clear()
    anyMayHave = false
  })

  /** What was shown of an answer is void. */
  const again = (id: number): void => {
    texts.delete(id)
    if (shown.delete(id)) emit('jobs', { kind: 'again', id })
  }

  const notice = (event: RunnerEvent | BatchEvent): void => {
    const told = noticeOf(event)
    if (told === undefined || told.problem.message === lastNotice) return
    lastNotice = told.problem.message
    emit('app', told)
  }

  return {
    runner: (event) => {
      notice(event)
      switch (event.kind) {
        case 'text':
          texts.set(event.id, (texts.get(event.id) ?? '') + event.delta)
          shown.add(event.id)
          return tellTexts.soon()
        case 'working':
          working.set(event.id, event.done)
          return tellTexts.soon()
        case 'again':
          return again(event.id)
        case 'started':
          again(event.job.id)
          changed.add(event.job.id)
          return tellLists.soon()
        case 'left':
          // The last words come before the news that it is done.
          tellTexts.now()
          shown.delete(event.job.id)
          changed.add(event.job.id)
          return tellLists.soon()
        case 'progress':
          return emit('jobs', { kind: 'progress', progress: progressView(event.progress) })
        case 'idle':
        case 'trouble':
        case 'disk-full':
        case 'room-again':
          return
        default:
          assertNever(event, 'an event of no known kind')
      }
    },
    batch: (event) => {
      notice(event)
      anyMayHave = true
      tellLists.soon()
    },
    queueChanged: () => {
      anyMayHave = true
      tellLists.soon()
    },
    libraryChanged: tellLists.soon,
    stop: () => {
      tellTexts.stop()
      tellLists.stop()
    }
  }
}
