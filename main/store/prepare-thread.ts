import { parentPort, workerData } from 'node:worker_threads'
import { factsOf } from '../failure-facts.ts'
import type { Said } from '../saying.ts'
import { aloneInTime } from './lock.ts'
import { placesIn } from './places.ts'
import { prepare } from './prepare.ts'
import type { PrepareOrder } from './prepare-aside.ts'
import type { Report } from './report.ts'

const { folder, now, released } = workerData as PrepareOrder

function tell(report: Report<readonly Said[]>): void {
  parentPort?.postMessage(report, [])
}

try {
  const places = placesIn(folder)
  await aloneInTime(places.lock, () => {
    tell({ ok: true, finding: prepare(places, now) })
    // Until the other thread has said that it uses the library: nobody may find it unused in between.
    Atomics.wait(released, 0, 0)
  })
} catch (thrown) {
  tell({ ok: false, failure: factsOf(thrown) })
}
