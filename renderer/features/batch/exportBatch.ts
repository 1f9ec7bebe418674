import type { ExportFormat } from '../../../preload/contract/library.ts'
import { bridge, settled } from '../../app/bridge.ts'
import { createListing } from '../library/listing/listing.ts'
import { exportEntries, tell } from '../library/verbs.ts'

/** Exports all files of a batch that are done. */
export async function exportBatch(batch: number, format: ExportFormat): Promise<void> {
  try {
    const ids = await entriesOf(batch)
    if (ids.length > 0) await exportEntries(ids, format)
  } catch (thrown) {
    tell(thrown)
  }
}

async function entriesOf(batch: number): Promise<readonly number[]> {
  const listing = createListing({
    find: (search) => settled(bridge().library.find({ ...search, filters: { batch, states: ['done'] } })),
    pause: () => Promise.resolve()
  })
  return await listing.idsBetween(0, Number.MAX_SAFE_INTEGER)
}
