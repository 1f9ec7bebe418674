import type { EventNoun } from '../../preload/contract/channels.ts'
import type { Events } from '../../preload/contract/contract.ts'
import type { Clock } from '../jobs/clock.ts'
import type { RunnerEvent } from '../jobs/runner/events.ts'
import { progressView } from './jobs/status.ts'

/** Tells the windows of something. */
export type Emit = <N extends EventNoun>(noun: N, event: Events[N]) => void

/** What goes on in the queue, told to the windows. */
export interface Telling {
  /** For the runner. */
  readonly runner: (event: RunnerEvent) => void
  /** Something changed in the queue or in the library, here or in another process: told soon, once for many. */
  readonly changed: () => void
  readonly stop: () => void
}

/** Milliseconds: a batch changes the queue many times a second, and a list is read anew each time. */
const soon = 200
/** Milliseconds between two pieces of an answer. */
const pieces = 40

export function createTelling(emit: Emit, clock: Clock): Telling {
  const texts = new Map<number, string>()
  let cancelChanged: (() => void) | undefined
  let cancelTexts: (() => void) | undefined

  const changed = (): void => {
    cancelChanged ??= clock.after(soon, () => {
      cancelChanged = undefined
      emit('jobs', { kind: 'changed', ids: undefined })
      emit('library', { kind: 'changed' })
    })
  }
  const tellTexts = (): void => {
    cancelTexts?.()
    cancelTexts = undefined
    for (const [id, delta] of texts) emit('jobs', { kind: 'text', id, delta })
    texts.clear()
  }
  const addText = (id: number, delta: string): void => {
    texts.set(id, (texts.get(id) ?? '') + delta)
    cancelTexts ??= clock.after(pieces, tellTexts)
  }

  const runner = (event: RunnerEvent): void => {
    if (event.kind === 'text') return addText(event.id, event.delta)
    // What was said of an answer comes before what became of it.
    tellTexts()
    if (event.kind === 'started') {
      emit('jobs', { kind: 'again', id: event.job.id })
      emit('jobs', { kind: 'changed', ids: [event.job.id] })
    }
    if (event.kind === 'working') emit('jobs', event)
    if (event.kind === 'left') {
      emit('jobs', { kind: 'changed', ids: [event.job.id] })
      changed()
    }
    if (event.kind === 'progress') emit('jobs', { kind: 'progress', progress: progressView(event.progress) })
    if (event.kind === 'trouble') {
      const { message, advice } = event.failure
      emit('app', { kind: 'notice', level: 'error', problem: { message, advice } })
    }
  }

  return {
    runner,
    changed,
    stop: () => {
      cancelChanged?.()
      cancelTexts?.()
    }
  }
}
