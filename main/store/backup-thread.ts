import { parentPort, workerData } from 'node:worker_threads'
import { asFailure } from '../failure.ts'
import type { BackupOrder, BackupReport } from './backup.ts'
import { connect } from './connection.ts'

/** A snapshot of the database without its free pages; writers go on meanwhile. */
function copy({ database, target }: BackupOrder): BackupReport {
  try {
    const connection = connect(database, { readOnly: true })
    try {
      connection.run('VACUUM INTO ?', [target])
    } finally {
      connection.close()
    }
    return { ok: true }
  } catch (thrown) {
    const { code, message } = asFailure(thrown)
    return { ok: false, code, message }
  }
}

parentPort?.postMessage(copy(workerData as BackupOrder), [])
