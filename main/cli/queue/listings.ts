import type { Archive } from '../../archive.ts'
import { asFailure, type Failure } from '../../failure.ts'
import type { Activity } from '../../jobs/batch/events.ts'
import { startListing } from '../../jobs/batch/listing.ts'
import { parseRecipe } from '../../jobs/batch/recipe.ts'

/** Batches whose files have not all had their turn. */
export interface Listings {
  readonly going: () => boolean
  readonly stop: () => Promise<void>
}

export interface ListingsOptions {
  readonly onChange: () => void
  /** A file, or a whole batch, of which no jobs can be made. */
  readonly onFailure: (name: string, failure: Failure) => void
}

/** Goes on with them, but with those that are paused or watch a folder. */
export function goOnListing({ queue, intake }: Archive, { onChange, onFailure }: ListingsOptions): Listings {
  const going = new Set<Activity>()
  for (const batch of queue.batches.list()) {
    if (batch.paused || batch.watched || queue.batches.listed(batch.id)) continue
    try {
      const listing = startListing(batch, parseRecipe(batch.recipe), {
        queue,
        ...intake,
        onEvent: (event) => {
          if (event.kind === 'trouble') onFailure(batch.title, event.failure)
          if (event.kind === 'file' && event.file.kind === 'refused') onFailure(event.file.path, event.file.failure)
          onChange()
        }
      })
      going.add(listing)
      void listing.ended.finally(() => {
        going.delete(listing)
        onChange()
      })
    } catch (thrown) {
      onFailure(batch.title, asFailure(thrown))
    }
  }
  return {
    going: () => going.size > 0,
    stop: async () => {
      await Promise.all([...going].map((listing) => listing.stop()))
    }
  }
}
