import { parentPort, workerData } from 'node:worker_threads'
import { assertNever } from '../failure.ts'
import { factsOf } from '../failure-facts.ts'
import type { AsideOrder } from './aside.ts'
import { type Connection, connect } from './connection.ts'
import type { Report } from './report.ts'

function report(order: AsideOrder): Report<string> {
  try {
    const connection = connect(order.database, { readOnly: true })
    try {
      return { ok: true, finding: run(connection, order) }
    } finally {
      connection.close()
    }
  } catch (thrown) {
    return { ok: false, failure: factsOf(thrown) }
  }
}

function run(connection: Connection, order: AsideOrder): string {
  switch (order.kind) {
    case 'copy':
      connection.run('VACUUM INTO ?', [order.target])
      return 'ok'
    case 'check':
      return String(connection.value('PRAGMA quick_check(1)'))
    default:
      return assertNever(order, 'No such work')
  }
}

parentPort?.postMessage(report(workerData as AsideOrder), [])
