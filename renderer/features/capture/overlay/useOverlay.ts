import { useEffect, useReducer } from 'react'
import type { CaptureEvent, OverlayScene } from '../../../../preload/contract/capture.ts'
import { bridge } from '../../../app/bridge.ts'
import { type AnswerState, askedNow, nextAnswer, noAnswer } from '../ask/answer.ts'
import type { Selection } from '../shapes.ts'

/** What an overlay shows now. */
export interface OverlayState {
  readonly scene: OverlayScene
  readonly selection: Selection
  /** `hidden`: painting, unseen; `framing`: the person frames; `bar`: the region stands, with the bar beside it. */
  readonly stage: 'hidden' | 'framing' | 'bar'
  readonly hasKeyboard: boolean
  readonly answer: AnswerState
}

type Change =
  | { readonly kind: 'loaded'; readonly scene: OverlayScene | undefined }
  | { readonly kind: 'asked' }
  | CaptureEvent

/** The state, and a function that says that something was asked. Undefined: there is nothing to show. */
export function useOverlay(): readonly [OverlayState | undefined, () => void] {
  const [state, change] = useReducer(nextState, undefined)
  useEffect(() => {
    let isThere = true
    const load = async (): Promise<void> => {
      const answer = await bridge().capture.scene({})
      const scene = answer.ok && answer.value?.kind === 'overlay' ? answer.value : undefined
      if (isThere) change({ kind: 'loaded', scene })
    }
    const stop = bridge().capture.on((event) => {
      if (event.kind === 'scene') void load()
      else change(event)
    })
    // The capture may have begun before this page was there.
    void load()
    return () => {
      isThere = false
      stop()
    }
  }, [])
  return [state, () => change({ kind: 'asked' })]
}

function nextState(state: OverlayState | undefined, change: Change): OverlayState | undefined {
  if (change.kind === 'loaded') {
    const { scene } = change
    if (scene === undefined) return undefined
    return { scene, selection: scene.selection, stage: 'hidden', hasKeyboard: false, answer: noAnswer }
  }
  if (state === undefined || change.kind === 'closed') return undefined
  switch (change.kind) {
    case 'revealed':
      return { ...state, stage: 'framing', hasKeyboard: change.focused }
    case 'draw':
      // Drawn while the bar stands: the region is framed anew.
      return { ...state, selection: change.selection, stage: state.stage === 'bar' ? 'framing' : state.stage }
    case 'windows':
      return { ...state, scene: { ...state.scene, hasWindows: true } }
    case 'bar':
      return { ...state, stage: 'bar', answer: noAnswer }
    case 'asked':
      return { ...state, answer: askedNow }
    case 'scene':
    case 'answer':
    case 'again':
    case 'answered':
    case 'problem':
      return { ...state, answer: nextAnswer(state.answer, change) }
    default:
      return state
  }
}
