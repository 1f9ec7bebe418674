import { basename } from 'node:path'
import { asFailure } from '../../failure.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { Batch } from '../queue/batches.ts'
import type { Queue } from '../queue/queue.ts'
import type { IntakePorts } from './add-picture.ts'
import type { Activity, BatchEvent } from './events.ts'
import { absolute, sourceText } from './find-files.ts'
import { startListing } from './listing.ts'
import { type BatchAsks, type BatchSource, parseRecipe, type Recipe, writeRecipe } from './recipe.ts'
import { startWatching } from './watching.ts'

/** What a new batch is. */
export interface BatchWish {
  readonly from: BatchSource
  readonly asks: BatchAsks
  /** For people; default: the last part of the path. */
  readonly title?: string
  /** Also what was asked before this batch. Default: no. */
  readonly again?: boolean
}

/** Folders, globs and lists of files as batches of jobs; watched folders as batches that never end. */
export interface Batches {
  /** Adds a batch and begins to take its files in; it is found in the queue at once. Throws `usage`. */
  readonly start: (wish: BatchWish) => Batch
  /** Takes in what arrives in a folder from now on; with `all`, also what is there already. */
  readonly watch: (wish: BatchWish & { readonly from: { readonly kind: 'folder' } }, all?: boolean) => Batch
  /** Goes on with all batches that are not paused: at the start of a process, and after a drive came back. */
  readonly resumeAll: () => void
  /** No further file is taken in and no job taken up. */
  readonly pause: (id: number) => void
  readonly resume: (id: number) => void
  /** Ends the watching; jobs stay. */
  readonly unwatch: (id: number) => void
  /** Resolves when every file of the batch has had its turn in this process, or it was paused. */
  readonly settled: (id: number) => Promise<void>
  /** Ends all that goes on in this process; it is resumed by the next one. */
  readonly stop: () => Promise<void>
}

export interface BatchesOptions extends IntakePorts {
  readonly queue: Queue
  readonly clock?: Clock
  readonly onEvent?: (event: BatchEvent) => void
}

/** File systems round times: a file may seem this much older than it is, in milliseconds (two seconds on FAT). */
const coarseness = 2000

/** Nothing goes on before `start`, `watch` or `resumeAll`. */
export function createBatches(options: BatchesOptions): Batches {
  const { queue, clock = systemClock, onEvent = () => {} } = options
  const active = new Map<number, Activity>()

  const add = (wish: BatchWish, recipe: Recipe, watched: boolean): Batch => {
    const source = sourceText(recipe.from)
    const title = wish.title ?? (basename(source) || source)
    const batch = queue.batches.add({ title, source, recipe: writeRecipe(recipe), watched })
    begin(batch)
    return batch
  }

  function begin(batch: Batch): void {
    if (active.has(batch.id) || batch.paused) return
    if (!batch.watched && queue.batches.listed(batch.id)) return
    const recipe = parseRecipe(batch.recipe)
    const activity = batch.watched
      ? startWatching(batch, recipe, { ...options, clock, onEvent })
      : startListing(batch, recipe, { ...options, onEvent })
    active.set(batch.id, activity)
    void activity.ended.finally(() => {
      if (active.get(batch.id) === activity) active.delete(batch.id)
    })
  }

  async function end(id: number): Promise<void> {
    const activity = active.get(id)
    await activity?.stop()
    if (active.get(id) === activity) active.delete(id)
  }

  /** Goes on with a batch; whatever is wrong with one is told, and the others go on. */
  function goOn(id: number): void {
    try {
      const batch = queue.batches.get(id)
      if (batch !== undefined) begin(batch)
    } catch (thrown) {
      onEvent({ kind: 'trouble', batch: id, failure: asFailure(thrown) })
    }
  }

  return {
    start: (wish) =>
      add(wish, { from: absolute(wish.from), asks: wish.asks, ...(wish.again === true && { again: true }) }, false),
    watch: (wish, all = false) =>
      add(wish, { from: absolute(wish.from), asks: wish.asks, since: all ? 0 : clock.now() - coarseness }, true),
    resumeAll: () => {
      for (const { id } of queue.batches.list()) goOn(id)
    },
    pause: (id) => {
      queue.batches.pause(id)
      void end(id)
    },
    resume: (id) => {
      queue.batches.resume(id)
      // What was paused a moment ago may not have ended yet.
      void end(id).then(() => goOn(id))
    },
    unwatch: (id) => {
      queue.batches.unwatch(id)
      void end(id)
    },
    settled: (id) => active.get(id)?.ended ?? Promise.resolve(),
    stop: async () => {
      await Promise.all([...active.keys()].map(end))
    }
  }
}
