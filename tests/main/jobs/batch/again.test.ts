import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startListing } from '../../../../main/jobs/batch/listing.ts'
import { parseRecipe, type Recipe, writeRecipe } from '../../../../main/jobs/batch/recipe.ts'
import { temporaryFolder } from '../queue/library.ts'
import { asks, desk } from './desk.ts'

/** A folder with one picture, and what lists it once more. */
function shelf(again: boolean) {
  const folder = temporaryFolder()
  const file = join(folder, 'a.png')
  writeFileSync(file, 'a')
  const { queue, batches, intake } = desk()
  const recipe = writeRecipe({
    from: { kind: 'folder', path: folder, recursive: false },
    asks,
    ...(again && { again })
  })
  const batch = queue.batches.add({ title: '', source: folder, recipe, watched: false })
  const list = () => startListing(batch, parseRecipe(recipe), { queue, ...intake, onEvent: () => {} }).ended
  return { queue, batches, file, list, batch }
}

describe('listing a batch once more', () => {
  it('asks what was asked in another batch on wish only', async () => {
    for (const again of [false, true]) {
      const { queue, file, list, batch } = shelf(again)
      await list()
      const [job] = queue.list({ batch: batch.id })
      expect(job).toMatchObject({ origin: file })
      const other = queue.batches.add({ title: '', source: '', recipe: '{}', watched: false })
      const wish = { ...asks, picture: job?.picture ?? '', name: 'a.png', source: 'folder', batch: other.id } as const
      expect(queue.add(wish, { force: again }).kind).toBe(again ? 'added' : 'existing')
      // Several processes may work on one batch.
      expect(queue.add(wish, { force: again }).kind).toBe('existing')
    }
  })

  it('takes a file anew that has changed, and no other', async () => {
    const { queue, file, list } = shelf(false)
    await list()
    await list()
    expect(queue.list()).toHaveLength(1)
    writeFileSync(file, 'b')
    const later = new Date(Date.now() + 10_000)
    utimesSync(file, later, later)
    await list()
    expect(queue.list()).toHaveLength(2)
  })

  it('takes each page of a document once', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'scan.pdf')
    writeFileSync(path, 'one\ntwo\nbad three\nfour')
    const { queue, intake } = desk()
    const recipe: Recipe = { from: { kind: 'files', paths: [path] }, asks }
    const batch = queue.batches.add({ title: '', source: path, recipe: writeRecipe(recipe), watched: false })
    const list = (pages?: string) =>
      startListing(batch, { ...recipe, ...(pages && { pages }) }, { queue, ...intake, onEvent: () => {} }).ended
    await list('2-3')
    await list()
    const jobs = queue.list().map(({ name, source, origin, page }) => ({ name, source, origin, page }))
    const common = { name: 'scan.pdf', source: 'document', origin: path }
    expect(jobs).toEqual([2, 1, 4].map((page) => ({ ...common, page })))
    expect(queue.batches.refusals(batch.id).map((refusal) => refusal.path)).toEqual([`${path}#3`])
  })
})
