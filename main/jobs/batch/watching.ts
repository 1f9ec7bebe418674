import { asFailure, type Failure } from '../../failure.ts'
import type { Clock } from '../clock.ts'
import type { Batch } from '../queue/batches.ts'
import type { Activity } from './events.ts'
import { sourceText } from './find-files.ts'
import { takeIn } from './intake.ts'
import type { ListingOptions } from './listing.ts'
import type { Recipe } from './recipe.ts'
import { type WatchedFolder, watchFolder } from './watch/watched-folder.ts'

export interface WatchingOptions extends ListingOptions {
  readonly clock: Clock
}

/** Makes jobs of what arrives in the folder of a batch, before other batches; goes on until it is stopped. */
export function startWatching(batch: Batch, { from, asks, since = 0 }: Recipe, options: WatchingOptions): Activity {
  const { queue, clock, onEvent } = options
  const controller = new AbortController()
  const { signal } = controller
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const trouble = (failure: Failure): void => onEvent({ kind: 'trouble', batch: batch.id, failure })

  const watch = (known: ReadonlyMap<string, number>): WatchedFolder => {
    // A document that was begun goes on where it was.
    const intake = { ...options, batch, asks, known, has: () => false, priority: 'normal', signal } as const
    return watchFolder({
      folder: sourceText(from),
      recursive: from.kind === 'folder' && from.recursive,
      clock,
      isNew: (path, arrived) => arrived >= since && arrived > (known.get(path) ?? Number.NEGATIVE_INFINITY),
      onArrival: async (path) => {
        try {
          for await (const file of takeIn({ kind: 'file', path }, intake))
            onEvent({ kind: 'file', batch: batch.id, file })
        } catch (thrown) {
          if (!signal.aborted) trouble(asFailure(thrown))
        }
      },
      onTrouble: trouble
    })
  }
  const watching = queue.batches.origins(batch.id).then(
    (known) => (signal.aborted ? undefined : watch(known)),
    (thrown: unknown) => {
      if (!signal.aborted) trouble(asFailure(thrown))
      return undefined
    }
  )
  return {
    ended,
    stop: async () => {
      controller.abort()
      const watched = await watching
      await watched?.stop()
      end()
    }
  }
}
