import { rmSync, statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { assertNever } from '../failure.ts'
import { factsOf } from '../failure-facts.ts'
import { connect } from '../store/connection.ts'
import type { Report } from '../store/report.ts'
import type { LibraryOrder } from './aside.ts'
import { forgetAll } from './forget-all.ts'
import { emptyIndex } from './index.ts'

/** Larger copies are not rewritten for a deletion: each takes seconds, and they are gone after three days. */
const rewritten = 64 * 1024 * 1024

async function run(order: LibraryOrder): Promise<void> {
  switch (order.kind) {
    case 'forget':
      for (const copy of order.copies) await forgetIn(copy, order.uids)
      return
    case 'empty-index':
      return emptyIndexOf(order.database)
    default:
      assertNever(order, 'No such work')
  }
}

/** A copy that cannot be changed is removed: what was deleted has to be gone. */
async function forgetIn(copy: string, uids: readonly string[]): Promise<void> {
  try {
    const connection = connect(copy)
    try {
      await forgetAll(connection, uids)
      // A copy has no files of its own.
      connection.run('DELETE FROM discarded')
      // Nothing of what was deleted is left in the gaps of its pages.
      if (statSync(copy).size <= rewritten) connection.execute('VACUUM')
    } finally {
      connection.close()
    }
  } catch {
    rmSync(copy, { force: true })
  }
}

function emptyIndexOf(database: string): void {
  const connection = connect(database)
  try {
    emptyIndex(connection)
  } finally {
    connection.close()
  }
}

async function report(): Promise<Report<undefined>> {
  try {
    await run(workerData as LibraryOrder)
    return { ok: true, finding: undefined }
  } catch (thrown) {
    return { ok: false, failure: factsOf(thrown) }
  }
}

parentPort?.postMessage(await report(), [])
