import { describe, expect, test } from 'vitest'
import { VisionFailure } from '../../../main/vision/failure.ts'
import { createLimiter, type Limiter } from '../../../main/vision/limiter.ts'

const tooMuch = new VisionFailure('vision-rate', 'x', { status: 429 })

/** A call under way, to be ended from outside. */
function begin(limiter: Limiter, signal?: AbortSignal) {
  const work = Promise.withResolvers<string>()
  const state = { started: false }
  const result = limiter.run(signal, () => {
    state.started = true
    return work.promise
  })
  // Rejections are looked at where they matter.
  result.catch(() => undefined)
  return { state, result, finish: () => work.resolve('done'), fail: (failure: Error) => work.reject(failure) }
}

type Begun = ReturnType<typeof begin>

/** Lets everything happen that needs no time. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

const started = (calls: readonly Begun[]) => calls.map(({ state }) => state.started)

async function succeed(limiter: Limiter, times: number): Promise<void> {
  for (let call = 0; call < times; call++) await limiter.run(undefined, () => Promise.resolve())
}

async function fail(limiter: Limiter, failure: Error): Promise<void> {
  await limiter.run(undefined, () => Promise.reject(failure)).catch(() => undefined)
}

describe('the limit of calls at a time', () => {
  test('lets so many run, and the others in their order', async () => {
    const limiter = createLimiter({ maximum: () => 2 })
    const calls = [begin(limiter), begin(limiter), begin(limiter), begin(limiter)]
    await settle()
    expect(started(calls)).toEqual([true, true, false, false])
    calls[1]?.finish()
    await settle()
    expect(started(calls)).toEqual([true, true, true, false])
    calls[0]?.finish()
    await settle()
    expect(started(calls)).toEqual([true, true, true, true])
    await expect(calls[0]?.result).resolves.toBe('done')
  })

  test.each([
    ['vision-rate', 429, 4],
    ['vision-upstream', 503, 4],
    ['vision-upstream', 500, 8],
    ['vision-auth', 401, 8],
    ['vision-network', undefined, 8]
  ] as const)('after %s with %s is %i', async (code, status, limit) => {
    const limiter = createLimiter({ maximum: () => 8 })
    const failure = new VisionFailure(code, 'x', status === undefined ? {} : { status })
    await expect(limiter.run(undefined, () => Promise.reject(failure))).rejects.toBe(failure)
    expect(limiter.limit()).toBe(limit)
  })

  test('is never below one, and grows to the maximum again', async () => {
    const limiter = createLimiter({ maximum: () => 3, growAfter: 2 })
    for (let times = 0; times < 5; times++) await fail(limiter, tooMuch)
    expect(limiter.limit()).toBe(1)
    await succeed(limiter, 1)
    expect(limiter.limit()).toBe(1)
    await succeed(limiter, 1)
    expect(limiter.limit()).toBe(2)
    await succeed(limiter, 2)
    expect(limiter.limit()).toBe(3)
    await succeed(limiter, 20)
    expect(limiter.limit()).toBe(3)
  })

  test('follows its setting, but not above what the endpoint stands', async () => {
    let maximum = 2
    const limiter = createLimiter({ maximum: () => maximum, growAfter: 1 })
    maximum = 8
    expect(limiter.limit()).toBe(8)
    await fail(limiter, tooMuch)
    maximum = 16
    expect(limiter.limit()).toBe(4)
    await succeed(limiter, 1)
    expect(limiter.limit()).toBe(5)
    maximum = 3
    expect(limiter.limit()).toBe(3)
  })

  test('is cut once for calls that were under way together', async () => {
    const limiter = createLimiter({ maximum: () => 8 })
    const calls = Array.from({ length: 8 }, () => begin(limiter))
    await settle()
    for (const call of calls) call.fail(tooMuch)
    await Promise.allSettled(calls.map(({ result }) => result))
    expect(limiter.limit()).toBe(4)
    await fail(limiter, tooMuch)
    expect(limiter.limit()).toBe(2)
  })

  test('keeps those waiting that are too many after a cut', async () => {
    const limiter = createLimiter({ maximum: () => 4 })
    const calls = Array.from({ length: 6 }, () => begin(limiter))
    await settle()
    calls[0]?.fail(tooMuch)
    await settle()
    calls[1]?.finish()
    await settle()
    expect(started(calls)).toEqual([true, true, true, true, false, false])
    calls[2]?.finish()
    await settle()
    expect(started(calls)).toEqual([true, true, true, true, true, false])
  })
})

describe('a call that waits', () => {
  test('can be cancelled, and those behind it move up', async () => {
    const limiter = createLimiter({ maximum: () => 1 })
    const controller = new AbortController()
    const [running, waiting, behind] = [begin(limiter), begin(limiter, controller.signal), begin(limiter)]
    controller.abort()
    await expect(waiting.result).rejects.toMatchObject({ code: 'cancelled' })
    running.finish()
    await settle()
    expect(started([waiting, behind])).toEqual([false, true])
  })

  test('is not begun when it was cancelled before', async () => {
    const limiter = createLimiter({ maximum: () => 1 })
    const call = begin(limiter, AbortSignal.abort())
    await expect(call.result).rejects.toMatchObject({ code: 'cancelled' })
    expect(call.state.started).toBe(false)
    await expect(limiter.run(undefined, () => Promise.resolve('free'))).resolves.toBe('free')
  })

  test('that has begun is left to itself', async () => {
    const controller = new AbortController()
    const call = begin(createLimiter({ maximum: () => 1 }), controller.signal)
    await settle()
    controller.abort()
    call.finish()
    await expect(call.result).resolves.toBe('done')
  })
})
