import { useEffect, useRef, useState } from 'react'
import type { Taken } from '../../../preload/contract/app.ts'
import { useComposing } from './composing.ts'
import { readAtOnce } from './receive.ts'

/**
 * One picture, dropped or pasted into an empty composer, is read on this machine at once: the first text is there before
 * anybody had to choose anything. Questions have their place below it. True while that is being begun.
 */
export function useFirstRead(subjects: readonly Taken[]): boolean {
  const former = useRef<readonly Taken[]>([])
  const [begun, setBegun] = useState<string>()
  const asking = useComposing((composing) => composing.asking)
  const [only] = subjects
  const token = only?.kind === 'picture' && subjects.length === 1 && !asking.has(only.token) ? only.token : undefined
  useEffect(() => {
    const isFresh = former.current.length === 0
    former.current = subjects
    if (!isFresh || token === undefined) return
    setBegun(token)
    void readAtOnce(subjects).then(() => setBegun(undefined))
  }, [subjects, token])
  return begun !== undefined && begun === token
}
