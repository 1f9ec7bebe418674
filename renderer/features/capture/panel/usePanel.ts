import { useEffect, useReducer, useState } from 'react'
import type { PanelScene } from '../../../../preload/contract/capture.ts'
import { bridge } from '../../../app/bridge.ts'
import { type AnswerState, askedNow, nextAnswer, noAnswer } from '../ask/answer.ts'

export interface PanelState {
  readonly scene: PanelScene | undefined
  readonly answer: AnswerState
  /** Says that something was asked. */
  readonly asked: () => void
}

/** What a panel shows: it stays the same as long as the window is there. */
export function usePanel(): PanelState {
  const [scene, setScene] = useState<PanelScene>()
  const [answer, change] = useReducer(
    (state: AnswerState, event: Parameters<typeof nextAnswer>[1] | 'asked') =>
      event === 'asked' ? askedNow : nextAnswer(state, event),
    noAnswer
  )
  useEffect(() => {
    let isThere = true
    const stop = bridge().capture.on(change)
    const load = async (): Promise<void> => {
      const told = await bridge().capture.scene({})
      if (isThere && told.ok && told.value?.kind === 'panel') setScene(told.value)
    }
    void load()
    return () => {
      isThere = false
      stop()
    }
  }, [])
  return { scene, answer, asked: () => change('asked') }
}
