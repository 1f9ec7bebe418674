import { useCallback, useEffect, useRef, useState } from 'react'
import type { QueueStatus } from '../../../preload/contract/jobs.ts'
import type { Problem } from '../../../preload/contract/result.ts'
import { bridge, settled } from '../../app/bridge.ts'

/** Between two looks, in milliseconds: a batch changes many times a second. */
const pause = 500

interface Known {
  readonly status: QueueStatus | undefined
  readonly problem: Problem | undefined
}

/** How queue and batches stand, with what a batch, else the latest, had refused; it follows what happens. */
export function useStatus(batch: number | undefined): Known & { readonly look: () => void } {
  const [known, setKnown] = useState<Known>({ status: undefined, problem: undefined })
  const again = useRef<() => void>(undefined)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    let latest: number | undefined
    const look = async (): Promise<void> => {
      const meant = batch ?? latest
      const result = await settled(bridge().jobs.status(meant === undefined ? {} : { batch: meant }))
      if (isOver) return
      const newest = result.ok ? result.value.batches[0]?.id : undefined
      if (batch === undefined && newest !== undefined && newest !== latest) {
        latest = newest
        await look()
        return
      }
      // What was known stays in sight beside what went wrong.
      setKnown((former) =>
        result.ok ? { status: result.value, problem: undefined } : { ...former, problem: result.problem }
      )
    }
    const later = (): void => {
      timer ??= setTimeout(() => {
        // At once: what changes while this look is on its way asks for another one.
        timer = undefined
        void look()
      }, pause)
    }
    again.current = () => void look()
    void look()
    const stops = [
      bridge().jobs.on((event) => {
        if (event.kind === 'changed') later()
        if (event.kind === 'progress') {
          setKnown(({ status, problem }) => ({ status: status && { ...status, progress: event.progress }, problem }))
        }
      }),
      bridge().library.on((event) => {
        if (event.kind === 'changed') later()
      })
    ]
    return () => {
      isOver = true
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [batch])
  return { ...known, look: useCallback(() => again.current?.(), []) }
}
