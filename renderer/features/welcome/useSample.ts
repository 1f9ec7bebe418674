import { useCallback, useEffect, useReducer } from 'react'
import type { Sample, Taken } from '../../../preload/contract/app.ts'
import type { EntryView } from '../../../preload/contract/library.ts'
import type { Problem } from '../../../preload/contract/result.ts'
import { bridge, problemOf, valueOf } from '../../app/bridge.ts'

type Picture = Extract<Taken, { kind: 'picture' }>

/** The try of a sample picture, step by step. */
export interface SampleTry {
  readonly name: Sample
  readonly picture: Picture | undefined
  /** The entry that is being read, or was. */
  readonly id: number | undefined
  readonly entry: EntryView | undefined
  readonly isReading: boolean
  readonly problem: Problem | undefined
}

const start = (name: Sample): SampleTry => ({
  name,
  picture: undefined,
  id: undefined,
  entry: undefined,
  isReading: false,
  problem: undefined
})

/** Shows a sample at once and reads it when asked to, here and in the library. */
export function useSample(first: Sample) {
  const [state, change] = useReducer(
    (former: SampleTry, part: Partial<SampleTry>) => ({ ...former, ...part }),
    start(first)
  )
  const { name, picture, id, isReading } = state

  useEffect(() => {
    let isWanted = true
    void takeSample(name).then(
      (taken) => isWanted && change(taken),
      (thrown: unknown) => isWanted && change({ problem: problemOf(thrown) })
    )
    return () => {
      isWanted = false
    }
  }, [name])

  useEffect(() => {
    if (id === undefined || !isReading) return undefined
    let isWanted = true
    const look = (): void =>
      void valueOf(bridge().library.entry({ id })).then(
        (entry) => isWanted && change({ entry, isReading: isOpen(entry) }),
        (thrown: unknown) => isWanted && change({ problem: problemOf(thrown), isReading: false })
      )
    look()
    const stop = bridge().jobs.on((event) => {
      if (event.kind === 'changed' && (event.ids?.includes(id) ?? true)) look()
    })
    return () => {
      isWanted = false
      stop()
    }
  }, [id, isReading])

  const read = useCallback(async () => {
    if (picture === undefined) return
    change({ isReading: true, problem: undefined, entry: undefined })
    try {
      const ask = { task: 'read', engine: 'device' } as const
      const added = await valueOf(bridge().jobs.add({ subjects: [{ token: picture.token }], ask }))
      // A picture that was read before has its answer already.
      change({ id: added.entries[0] ?? added.known[0] })
    } catch (thrown) {
      change({ problem: problemOf(thrown), isReading: false })
    }
  }, [picture])

  return { ...state, read, choose: (other: Sample) => change(start(other)) }
}

async function takeSample(name: Sample): Promise<Partial<SampleTry>> {
  const [taken] = await valueOf(bridge().app.take({ from: 'sample', name }))
  if (taken?.kind === 'picture') return { picture: taken }
  return taken?.kind === 'refused' ? { problem: taken.problem } : {}
}

function isOpen({ state }: EntryView): boolean {
  return state === 'queued' || state === 'running'
}
