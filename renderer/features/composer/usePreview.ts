import { useEffect, useMemo, useState } from 'react'
import type { Ask, Subject } from '../../../preload/contract/ask.ts'
import type { Preview } from '../../../preload/contract/jobs.ts'
import type { Problem } from '../../../preload/contract/result.ts'
import { bridge } from '../../app/bridge.ts'
import { useVerb } from '../../ui/useVerb.ts'

/** A person who still chooses is not interrupted, in milliseconds. */
const pause = 300

export interface Forecast {
  /** Of exactly what is chosen now; undefined while that is being found out. */
  readonly preview: Preview | undefined
  readonly problem: Problem | undefined
  readonly retry: () => void
}

/** What would go where. The words of a question change nothing of it; whatever else changes asks anew. */
export function usePreview(subject: Subject | undefined, ask: Ask | undefined): Forecast {
  const { run, cancel, value, problem } = useVerb(bridge().jobs.preview)
  const [answered, setAnswered] = useState('')
  const key = useMemo(
    () => (subject === undefined || ask === undefined ? '' : JSON.stringify({ subject, ask: withoutWords(ask) })),
    [subject, ask]
  )
  useEffect(() => {
    if (key === '') return undefined
    const look = async (): Promise<void> => {
      await run(JSON.parse(key) as Parameters<typeof run>[0])
      setAnswered(key)
    }
    const timer = setTimeout(() => void look(), pause)
    return () => {
      clearTimeout(timer)
      cancel()
    }
  }, [key, run, cancel])
  const isOfNow = key !== '' && answered === key
  return {
    preview: isOfNow ? value : undefined,
    problem: isOfNow ? problem : undefined,
    retry: () => {
      setAnswered('')
      void run(JSON.parse(key) as Parameters<typeof run>[0]).then(() => setAnswered(key))
    }
  }
}

function withoutWords(ask: Ask): Ask {
  if (ask.options?.question === undefined) return ask
  return { ...ask, options: { ...ask.options, question: '?' } }
}
