import { parentPort, workerData } from 'node:worker_threads'
import { factsOf } from '../../failure-facts.ts'
import { connect } from '../../store/connection.ts'
import { find } from './find.ts'
import type { SearchAnswer, SearchOrder, SearchThreadData } from './messages.ts'

/** KiB of pages: the lists of common characters of a hundred thousand entries. */
const cache = 64 * 1024

const { database, immutable, wanted } = workerData as SearchThreadData
const connection = connect(database, { readOnly: true, immutable, cache })

function answer({ number, search }: SearchOrder): SearchAnswer {
  try {
    return { number, ok: true, page: find(connection, search, () => Atomics.load(wanted, 0) !== number) }
  } catch (thrown) {
    return { number, ok: false, failure: factsOf(thrown) }
  }
}

parentPort?.on('message', (order: SearchOrder) => parentPort?.postMessage(answer(order), []))
