// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Result } from '../../../preload/contract/result.ts'
import { useVerb } from '../../../renderer/ui/useVerb.ts'
import { bad, good } from '../fake-bridge.ts'

afterEach(cleanup)

/** A verb whose answers the test gives when it likes. */
function heldVerb() {
  const answers: ((result: Result<string>) => void)[] = []
  const verb = () => new Promise<Result<string>>((resolve) => answers.push(resolve))
  return { verb, answers }
}

const full = bad({ code: 'disk', message: 'The disk is full.' })

describe('useVerb', () => {
  it('is busy until the answer is there, and gives it', async () => {
    const { verb, answers } = heldVerb()
    const { result } = renderHook(() => useVerb<string, string>(verb))
    const run = act(() => {
      const answer = result.current.run('a')
      return answer === undefined ? undefined : Promise.resolve()
    })
    await run
    expect(result.current).toMatchObject({ isBusy: true, value: undefined })
    await act(async () => answers[0]?.(good('done')))
    expect(result.current).toMatchObject({ isBusy: false, value: 'done', problem: undefined })
  })

  it('keeps the last value beside a problem, until that is put away', async () => {
    const results = [good('first'), full]
    const { result } = renderHook(() => useVerb(async () => results.shift() ?? full))
    await act(() => result.current.run({}))
    await act(() => result.current.run({}))
    expect(result.current).toMatchObject({ value: 'first', problem: { code: 'disk' } })
    act(() => result.current.settle())
    expect(result.current.problem).toBeUndefined()
  })

  it('makes a problem of what the bridge throws', async () => {
    const { result } = renderHook(() => useVerb(() => Promise.reject(new Error('gone'))))
    await act(() => result.current.run({}))
    expect(result.current.problem).toEqual({ code: 'internal', message: 'gone' })
  })

  it('takes a cancelled dialog for no problem', async () => {
    const { result } = renderHook(() => useVerb(async () => bad({ code: 'cancelled', message: 'Cancelled.' })))
    await act(() => result.current.run({}))
    expect(result.current).toMatchObject({ isBusy: false, problem: undefined })
  })

  it('counts only the latest of several calls, in whatever order they are answered', async () => {
    const { verb, answers } = heldVerb()
    const { result } = renderHook(() => useVerb<string, string>(verb))
    let early: Promise<string | undefined> = Promise.resolve(undefined)
    act(() => {
      early = result.current.run('a')
      void result.current.run('b')
    })
    await act(async () => answers[1]?.(good('b')))
    await act(async () => answers[0]?.(good('a')))
    expect(result.current.value).toBe('b')
    expect(await early).toBeUndefined()
  })

  it('forgets a call that is cancelled', async () => {
    const { verb, answers } = heldVerb()
    const { result } = renderHook(() => useVerb<string, string>(verb))
    act(() => void result.current.run('a'))
    act(() => result.current.cancel())
    expect(result.current.isBusy).toBe(false)
    await act(async () => answers[0]?.(good('a')))
    expect(result.current.value).toBeUndefined()
  })
})
