import { stat } from 'node:fs/promises'
import { asFailure } from '../../failure.ts'
import type { Batch } from '../queue/batches.ts'
import type { Queue } from '../queue/queue.ts'
import type { Activity, BatchEvent } from './events.ts'
import { findFiles } from './find-files.ts'
import { type IntakePorts, takeIn } from './intake.ts'
import type { Recipe } from './recipe.ts'
import { arrivalOf } from './watch/sightings.ts'

export interface ListingOptions extends IntakePorts {
  readonly queue: Queue
  readonly onEvent: (event: BatchEvent) => void
}

/**
 * Makes jobs of the files of a batch, but of those that have one and did not change since; each at a time, since jobs run
 * meanwhile.
 */
export function startListing(batch: Batch, recipe: Recipe, options: ListingOptions): Activity {
  const controller = new AbortController()
  const ended = takeAllIn(batch, recipe, controller.signal, options).catch((thrown: unknown) => {
    if (!controller.signal.aborted) options.onEvent({ kind: 'trouble', batch: batch.id, failure: asFailure(thrown) })
  })
  return {
    ended,
    stop: () => {
      controller.abort()
      return ended
    }
  }
}

async function takeAllIn(
  batch: Batch,
  { from, asks, again }: Recipe,
  signal: AbortSignal,
  options: ListingOptions
): Promise<void> {
  const { queue, onEvent } = options
  const files = await findFiles(from, (path, failure) => onEvent({ kind: 'skipped', batch: batch.id, path, failure }))
  onEvent({ kind: 'found', batch: batch.id, files: files.length })
  const known = queue.batches.origins(batch.id)
  for (const path of files) {
    if (signal.aborted) return
    if (await isTaken(path, known.get(path))) continue
    const file = await takeIn(path, { ...options, batch, asks, again, signal })
    onEvent({ kind: 'file', batch: batch.id, file })
  }
  queue.batches.setListed(batch.id)
  onEvent({ kind: 'listed', batch: batch.id })
}

/** Whether a file is what a job was made of at that time, in milliseconds since 1970. */
async function isTaken(path: string, taken: number | undefined): Promise<boolean> {
  if (taken === undefined) return false
  try {
    return arrivalOf(await stat(path)) <= taken
  } catch {
    // It has gone; its job has its picture.
    return true
  }
}
