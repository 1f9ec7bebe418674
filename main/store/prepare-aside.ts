import type { Said } from '../saying.ts'
import { reportOf } from './report.ts'

/** What the thread is started with. */
export interface PrepareOrder {
  /** Of the library, absolute. */
  readonly folder: string
  readonly now: number
  /** One shared number: others are kept out while it is 0. */
  readonly released: Int32Array
}

/** A library that is ready, and that no other process opens before `letIn` is called. */
export interface Prepared {
  readonly notices: readonly Said[]
  readonly letIn: () => void
}

/** `prepare` in a thread of its own. Throws what it throws. */
export async function prepareAside(folder: string, now: number): Promise<Prepared> {
  const released = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const order: PrepareOrder = { folder, now, released }
  const notices = await reportOf<readonly Said[]>('prepare', order)
  return {
    notices,
    letIn: () => {
      Atomics.store(released, 0, 1)
      Atomics.notify(released, 0)
    }
  }
}
