import type { CaptureEvent } from '../../../../preload/contract/capture.ts'
import type { Problem } from '../../../../preload/contract/result.ts'

/** Where a question stands. */
export type AnswerState =
  | { readonly kind: 'none' }
  /** Asked; `text` has come so far. */
  | { readonly kind: 'coming'; readonly text: string }
  /** `entry` holds it in the library. */
  | { readonly kind: 'there'; readonly text: string; readonly entry: number }
  | { readonly kind: 'problem'; readonly problem: Problem }

export const noAnswer: AnswerState = { kind: 'none' }
export const askedNow: AnswerState = { kind: 'coming', text: '' }

/** What an event makes of it. */
export function nextAnswer(state: AnswerState, event: CaptureEvent): AnswerState {
  switch (event.kind) {
    case 'answer':
      return state.kind === 'coming' ? { kind: 'coming', text: state.text + event.delta } : state
    case 'again':
      return state.kind === 'coming' ? askedNow : state
    case 'answered':
      return { kind: 'there', text: event.text, entry: event.entry }
    case 'problem':
      return { kind: 'problem', problem: event.problem }
    case 'scene':
    case 'closed':
      return noAnswer
    case 'revealed':
    case 'draw':
    case 'bar':
    case 'windows':
      return state
    default:
      return state
  }
}
