import { basename } from 'node:path'
import { absolute, sourceText } from '../../jobs/batch/find-files.ts'
import { pageKey } from '../../jobs/batch/pages.ts'
import { type BatchAsks, type BatchSource, type Recipe, writeRecipe } from '../../jobs/batch/recipe.ts'
import type { Batch } from '../../jobs/queue/batches.ts'
import type { Queue } from '../../jobs/queue/queue.ts'
import { jobStates } from '../../jobs/standing.ts'
import { allJobs } from '../queue/all-jobs.ts'

/** What a command asks of which pictures. */
export interface Wish {
  readonly from: BatchSource
  readonly asks: BatchAsks
  /** Also what was asked before. */
  readonly again: boolean
  /** Of documents, as a person names them; all when missing. */
  readonly pages?: string | undefined
}

/** The batch of a command. */
export interface Adopted {
  readonly batch: Batch
  readonly recipe: Recipe
  /** The latest job of each of its files, by path; of a batch that has begun already. */
  readonly known: ReadonlyMap<string, number>
  /** How many of these are done. */
  readonly done: number
}

/**
 * The batch that the same command began before, so that nothing of it is done twice; what failed in it is tried once more.
 * Else a new one: also where all is asked again and the former has come to its end.
 */
export function adopt(queue: Queue, { from, asks, again, pages }: Wish): Adopted {
  const recipe: Recipe = { from: absolute(from), asks, ...(again && { again }), ...(pages !== undefined && { pages }) }
  const text = writeRecipe(recipe)
  const former = queue.batches.list().find((batch) => !batch.watched && batch.recipe === text)
  if (former !== undefined && !(again && isOver(queue, former))) return { recipe, ...goOn(queue, former) }
  const source = sourceText(recipe.from)
  const batch = queue.batches.add({ title: basename(source) || source, source, recipe: text, watched: false })
  return { batch, recipe, known: new Map(), done: 0 }
}

function goOn(queue: Queue, batch: Batch): Omit<Adopted, 'recipe'> {
  const jobs = [...allJobs(queue, { batch: batch.id, states: jobStates })].toSorted((left, right) => left.id - right.id)
  const ids = jobs.filter(({ state }) => state === 'failed' || state === 'cancelled').map(({ id }) => id)
  queue.batches.resume(batch.id)
  if (ids.length > 0) queue.retry({ ids })
  return {
    batch: { ...batch, paused: false },
    known: new Map(jobs.map(({ origin = '', page, id }) => [page === undefined ? origin : pageKey(origin, page), id])),
    done: jobs.filter(({ state }) => state === 'done').length
  }
}

/** Whether every file has had its turn, good or not. */
function isOver(queue: Queue, { id, paused }: Batch): boolean {
  const { states } = queue.counts({ batch: id })
  return !paused && queue.batches.listed(id) && states.queued + states.running + states.waiting === 0
}
