import { setImmediate as nextTurn } from 'node:timers/promises'
import { asFailure } from '../../failure.ts'
import type { Batch } from '../queue/batches.ts'
import type { Queue } from '../queue/queue.ts'
import type { IntakePorts } from './add-picture.ts'
import type { Activity, BatchEvent } from './events.ts'
import { findItems } from './find-files.ts'
import { takeIn } from './intake.ts'
import type { Recipe } from './recipe.ts'

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
  { from, asks, again, pages: range }: Recipe,
  signal: AbortSignal,
  options: ListingOptions
): Promise<void> {
  const { queue, onEvent } = options
  const items = await findItems(from, (path, failure) => onEvent({ kind: 'skipped', batch: batch.id, path, failure }))
  onEvent({ kind: 'found', batch: batch.id, files: items.length })
  const known = await queue.batches.origins(batch.id)
  const pictures = await queue.batches.pictures(batch.id)
  const intake = { ...options, batch, asks, again, range, known, has: (id: string) => pictures.has(id), signal }
  for (const item of items) {
    if (signal.aborted) return
    for await (const file of takeIn(item, intake)) onEvent({ kind: 'file', batch: batch.id, file })
    // Pictures that are kept already would be added in one go.
    await nextTurn()
  }
  queue.batches.setListed(batch.id)
  onEvent({ kind: 'listed', batch: batch.id })
}
