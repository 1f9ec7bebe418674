import { useEffect } from 'react'
import { create } from 'zustand'
import type { QueueStatus } from '../../preload/contract/jobs.ts'
import { bridge, settled } from './bridge.ts'

interface Known {
  readonly status: QueueStatus | undefined
}

const useKnownQueue = create<Known>()(() => ({ status: undefined }))

/** How the queue stands; undefined until main has answered. */
export function useQueue(): QueueStatus | undefined {
  return useKnownQueue((known) => known.status)
}

/** Jobs that are still to be done. */
export function openJobs({ states }: QueueStatus): number {
  return states.queued + states.running + states.waiting
}

/** Between two looks: a batch changes many times a second. */
const pause = 500

/** Keeps the status up to date; once in the window. */
export function useQueueEvents(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      timer = undefined
      const result = await settled(bridge().jobs.status({}))
      if (result.ok) useKnownQueue.setState({ status: result.value })
    }
    void look()
    const stop = bridge().jobs.on((event) => {
      if (event.kind === 'changed') timer ??= setTimeout(() => void look(), pause)
      if (event.kind === 'progress') {
        useKnownQueue.setState(({ status }) =>
          status === undefined ? {} : { status: { ...status, progress: event.progress } }
        )
      }
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])
}
