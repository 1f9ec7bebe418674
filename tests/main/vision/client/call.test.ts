import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Call, openCall } from '../../../../main/vision/client/call.ts'

const times = { firstByte: 1000, idle: 100, total: 5000 }

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

function limitOf(call: Call): string | undefined {
  const ending = call.ending()
  return ending?.kind === 'timeout' ? ending.limit : ending?.kind
}

describe('the clocks of a call', () => {
  test('wait longer for the first data than for the next', () => {
    const call = openCall(times, undefined)
    vi.advanceTimersByTime(999)
    expect(limitOf(call)).toBeUndefined()
    vi.advanceTimersByTime(1)
    expect(limitOf(call)).toBe('firstByte')
    expect(call.signal.aborted).toBe(true)
  })

  test('begin anew with every sign of life', () => {
    const call = openCall(times, undefined)
    for (let piece = 0; piece < 20; piece++) {
      call.alive()
      vi.advanceTimersByTime(99)
    }
    expect(limitOf(call)).toBeUndefined()
    vi.advanceTimersByTime(1)
    expect(limitOf(call)).toBe('idle')
  })

  test('end in all, whatever comes', () => {
    const call = openCall(times, undefined)
    for (let piece = 0; piece < 100; piece++) {
      call.alive()
      vi.advanceTimersByTime(50)
    }
    expect(limitOf(call)).toBe('total')
  })

  test('bear to be told to wait for ever', () => {
    const forEver = { firstByte: Number.POSITIVE_INFINITY, idle: 1e12, total: Number.POSITIVE_INFINITY }
    const call = openCall(forEver, undefined)
    vi.advanceTimersByTime(86_400_000)
    expect(limitOf(call)).toBeUndefined()
    call.close()
  })

  test('stand still once it is closed', () => {
    const call = openCall(times, undefined)
    call.close()
    expect(vi.getTimerCount()).toBe(0)
    expect(limitOf(call)).toBeUndefined()
    expect(call.signal.aborted).toBe(true)
  })

  test('do not change why it ended', () => {
    const controller = new AbortController()
    const call = openCall(times, controller.signal)
    controller.abort('the person')
    call.end({ kind: 'listener', cause: 'later' })
    vi.advanceTimersByTime(10_000)
    expect(call.ending()).toEqual({ kind: 'cancelled', cause: 'the person' })
  })
})
