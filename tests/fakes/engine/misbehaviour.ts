import type { Call } from '../../../main/engine/worker/service.ts'
import type { Deeds } from './script.ts'

type Break =
  | 'exit'
  | 'abort'
  | 'throw-outside'
  | 'hang'
  | 'ignore-cancel'
  | 'fill-heap'
  | 'fill-memory'
  | 'refuse-memory'
  | 'grow'
  | 'say'
  | 'flood'
  | 'wrong-result'

const megabyte = 1024 * 1024
const kept: unknown[] = []

/** Breaks the engine, or its promises. A progress message tells when it is about to hang. */
export const misbehaviour: Pick<Deeds, Break> = {
  exit: (order) => process.exit(order.code),
  abort: () => process.abort(),
  'throw-outside': () => {
    setImmediate(() => {
      throw new Error('outside of the request')
    })
    return never()
  },
  hang: (_, call) => {
    announce(call)
    return spin()
  },
  'ignore-cancel': (_, call) => {
    announce(call)
    return never()
  },
  'fill-heap': () => {
    // Arrays of fractions fill the heap fast: nothing in them for the collector to walk through.
    for (;;) kept.push(Array.from<number>({ length: 1_000_000 }).fill(0.5))
  },
  'fill-memory': () => {
    for (let count = 0; count < 32; count += 1) kept.push(Buffer.alloc(32 * megabyte, 1))
    return spin()
  },
  'refuse-memory': () => Promise.reject(new Error('std::bad_alloc')),
  grow: async (order) => {
    kept.push(Buffer.alloc(order.bytes, 1))
    return []
  },
  say: (order) => {
    process.stdout.write(order.text)
    return never()
  },
  flood: () => {
    process.stdout.write(Buffer.alloc(65 * megabyte, 0x20))
    return never()
  },
  // Problems are sentences, not numbers.
  'wrong-result': async () => [5] as unknown as string[]
}

function announce(call: Call): void {
  call.report({ stage: 'decode', done: 0, total: 1 })
}

function spin(): never {
  for (;;) performance.now()
}

/** Never answers, and keeps the event loop turning. */
function never(): Promise<never> {
  return new Promise(() => {
    setInterval(() => undefined, 1000)
  })
}
