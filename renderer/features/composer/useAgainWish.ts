import { useEffect } from 'react'
import { bridge, settled } from '../../app/bridge.ts'
import { useKnownSettings } from '../../app/settings.ts'
import { useView } from '../../app/view.ts'
import { useWish, wishOf } from './wish.ts'

/** Asking again begins with what was asked before; a question that is being typed stays. */
export function useAgainWish(entry: number | undefined): void {
  useEffect(() => {
    if (entry === undefined) return undefined
    let isOver = false
    const load = async (): Promise<void> => {
      const result = await settled(bridge().library.entry({ id: entry }))
      if (isOver || !result.ok || result.value.ask === undefined) return
      const settings = useKnownSettings.getState().view
      const wish = wishOf(result.value.ask, {
        own: settings?.values.tasks.custom ?? [],
        providers: settings?.providers ?? []
      })
      // Whoever wants to know more of a reading wants a question.
      const isReading = result.value.ask.engine === 'device'
      useWish.getState().change(isReading ? { task: 'ask', engine: 'fast' } : (wish ?? {}))
      const { drafts, draft } = useView.getState()
      if ((drafts['composer'] ?? '') === '') draft('composer', result.value.question ?? '')
    }
    void load()
    return () => {
      isOver = true
    }
  }, [entry])
}
