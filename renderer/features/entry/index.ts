import { useEffect } from 'react'
import type { EntryView } from '../../../preload/contract/library.ts'
import type { Problem } from '../../../preload/contract/result.ts'
import { useView } from '../../app/view.ts'
import { followShown, useShown } from './shown.ts'
import { followStreams } from './streams.ts'

export { chooseLayout, load as reloadEntry, useShown } from './shown.ts'
export { followStreams, forgetFollow, useStreams } from './streams.ts'

/** The chosen entry. `entry` is undefined while nothing is chosen, while it is loaded and when it could not be. */
export function useEntry(): {
  readonly id: number | undefined
  readonly entry: EntryView | undefined
  readonly problem: Problem | undefined
} {
  useEffect(() => {
    followStreams()
    followShown()
  }, [])
  const id = useView((view) => view.entry)
  const { entry, problem } = useShown()
  return { id, entry: entry?.id === id ? entry : undefined, problem }
}
