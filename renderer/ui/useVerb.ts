import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Problem, Result } from '../../preload/contract/result.ts'
import { settled } from '../app/bridge.ts'

interface Standing<T> {
  readonly isBusy: boolean
  readonly problem: Problem | undefined
  /** Of the last call that worked. */
  readonly value: T | undefined
}

export interface Verb<A, T> extends Standing<T> {
  /** The value, or undefined when there is none: it failed, was cancelled, or a later call has taken its place. */
  readonly run: (argument: A) => Promise<T | undefined>
  /** Forgets the call that runs: its answer changes nothing any more. Main is not told. */
  readonly cancel: () => void
  /** Puts the problem away. */
  readonly settle: () => void
}

/** A verb of the bridge with what a component shows of it. Of several calls only the latest counts. */
export function useVerb<A, T>(verb: (argument: A) => Promise<Result<T>>): Verb<A, T> {
  const [standing, setStanding] = useState<Standing<T>>({ isBusy: false, problem: undefined, value: undefined })
  const turn = useRef(0)
  const call = useRef(verb)
  useEffect(() => {
    call.current = verb
  })
  useEffect(
    () => () => {
      turn.current += 1
    },
    []
  )

  const run = useCallback(async (argument: A): Promise<T | undefined> => {
    turn.current += 1
    const mine = turn.current
    setStanding((former) => ({ ...former, isBusy: true, problem: undefined }))
    const result = await settled(call.current(argument))
    if (mine !== turn.current) return undefined
    if (result.ok) {
      setStanding({ isBusy: false, problem: undefined, value: result.value })
      return result.value
    }
    // Who has closed a dialog of the system knows it.
    const problem = result.problem.code === 'cancelled' ? undefined : result.problem
    setStanding((former) => ({ ...former, isBusy: false, problem }))
    return undefined
  }, [])
  const cancel = useCallback(() => {
    turn.current += 1
    setStanding((former) => ({ ...former, isBusy: false }))
  }, [])
  const settle = useCallback(() => setStanding((former) => ({ ...former, problem: undefined })), [])
  return useMemo(() => ({ ...standing, run, cancel, settle }), [standing, run, cancel, settle])
}
