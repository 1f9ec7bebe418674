import { setImmediate } from 'node:timers/promises'
import { inspect } from 'node:util'
import { asFailure, cancelled, Failure } from '../../failure.ts'
import type { FromEngine, ToEngine } from '../protocol/messages.ts'
import { type Operation, operations, type RequestOf, type ResultOf } from '../protocol/operations.ts'
import type { Channel } from './channel.ts'
import type { Call, Service } from './service.ts'

type Request = Extract<ToEngine, { kind: 'request' }>

/** The request loop: answers one request after the other, in the order in which they came. */
export function serve(service: Service, channel: Channel): void {
  const open = new Map<number, AbortController>()
  let last: Promise<void> = Promise.resolve()

  channel.receive((message) => {
    if (message.kind === 'cancel') {
      open.get(message.id)?.abort()
      return
    }
    const controller = new AbortController()
    open.set(message.id, controller)
    const before = last
    last = (async () => {
      await before
      await answer(service, message, callFor(message.id, controller.signal, channel), channel)
      open.delete(message.id)
    })()
  })
}

async function answer(service: Service, message: Request, call: Call, channel: Channel): Promise<void> {
  const { id, operation } = message
  channel.send({ kind: 'started', id })
  try {
    await call.breathe()
    const result = await perform(service, operation, message.request, call)
    channel.send({ kind: 'done', id, result, rss: process.memoryUsage.rss() })
  } catch (thrown) {
    channel.send(failed(id, thrown))
  }
}

async function perform<O extends Operation>(
  service: Service,
  operation: O,
  request: unknown,
  call: Call
): Promise<ResultOf<O>> {
  const parsed = operations[operation].request.safeParse(request)
  if (!parsed.success) {
    throw new Failure('engine-protocol', 'The reading engine was asked for something it does not understand.', {
      cause: parsed.error
    })
  }
  return service[operation](parsed.data as RequestOf<O>, call)
}

function callFor(id: number, signal: AbortSignal, channel: Channel): Call {
  return {
    signal,
    report: (progress) => channel.send({ kind: 'progress', id, progress }),
    breathe: async () => {
      // Twice: a turn that begins among the input events of the loop ends before new input is looked for.
      await setImmediate()
      await setImmediate()
      if (signal.aborted) throw cancelled()
    }
  }
}

function failed(id: number, thrown: unknown): FromEngine {
  const failure = isOutOfMemory(thrown) ? outOfMemory(thrown) : asFailure(thrown)
  return {
    kind: 'failed',
    id,
    code: failure.code,
    message: failure.message,
    advice: failure.advice,
    saying: failure.saying,
    detail: inspect(thrown, { depth: 4, maxArrayLength: 5, maxStringLength: 2000 }).slice(0, 20_000),
    rss: process.memoryUsage.rss()
  }
}

/** V8 refuses a buffer with a RangeError, onnxruntime and libvips pass on the words of the C++ library. */
function isOutOfMemory(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || thrown instanceof Failure) return false
  return /array buffer allocation failed|bad_alloc|out of memory|failed to allocate memory/i.test(thrown.message)
}

function outOfMemory(cause: unknown): Failure {
  return new Failure('engine-out-of-memory', 'There was not enough memory for this picture.', {
    advice: 'Close other programs, or read a smaller part of the picture.',
    cause
  })
}
