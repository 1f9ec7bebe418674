import { assertNever } from '../../failure.ts'
import type { CaptureMode } from '../mode.ts'
import { judgeHotkey } from './judge.ts'
import type { HotkeyProblem, ParsedHotkey } from './parse.ts'
import { type RegistrationFacts, registrationOf } from './registration.ts'

/** How the hotkey of a mode stands, for people. */
export interface HotkeyStanding {
  readonly mode: CaptureMode
  /** As it was set; empty for none. */
  readonly accelerator: string
  readonly state: 'off' | 'works' | 'unproven' | 'failed' | 'conflict'
  readonly message?: string
  readonly advice?: string
}

export interface ViewFacts extends RegistrationFacts {
  readonly parsed: ParsedHotkey
  /** Whether another mode has the same. */
  readonly isConflict: boolean
}

const chooseOther = 'Choose another one in the settings.'

/** What is shown of a hotkey after it was, or was not, registered. */
export function viewOf(facts: ViewFacts): HotkeyStanding {
  const { mode, accelerator, parsed, isConflict } = facts
  const common = { mode, accelerator }
  if (!parsed.ok) {
    if (parsed.problem.kind === 'empty') return { ...common, state: 'off' }
    return { ...common, state: 'failed', message: wordsOf(parsed.problem), advice: chooseOther }
  }
  if (isConflict) {
    return { ...common, state: 'conflict', message: 'Two captures have the same hotkey.', advice: chooseOther }
  }
  const registration = registrationOf(facts)
  if (registration.kind === 'failed') {
    const { message, advice } = registration.failure
    return { ...common, state: 'failed', message, ...(advice !== undefined && { advice }) }
  }
  const doubt = doubtOf(facts)
  if (registration.kind === 'unproven') return { ...common, state: 'unproven', ...doubt, advice: registration.advice }
  return { ...common, state: 'works', ...doubt }
}

/** It works, and something may be said against it. */
function doubtOf({ parsed, platform }: ViewFacts): { message?: string; advice?: string } {
  if (!parsed.ok) return {}
  const verdict = judgeHotkey(parsed.hotkey, platform)
  if (verdict.kind === 'good') return {}
  return { message: doubts[verdict.reason], advice: chooseOther }
}

const doubts = {
  system: 'The system keeps this combination for itself: it may never arrive.',
  typing: 'This key is needed for typing; now it captures instead, in every program.',
  everyday: 'Every program uses this combination; now it captures instead.',
  character: 'This combination writes a character on some keyboards.'
} as const

function wordsOf(problem: HotkeyProblem): string {
  switch (problem.kind) {
    case 'unknown':
      return `There is no key called "${problem.part}".`
    case 'other-system':
      return `This system has no key called "${problem.part}".`
    case 'several-keys':
      return 'A hotkey has one key besides Control, Shift and the like.'
    case 'no-key':
      return 'A hotkey needs a key besides Control, Shift and the like.'
    case 'empty':
    case 'too-long':
      return 'This is no hotkey.'
    default:
      return assertNever(problem, 'a problem of no known kind')
  }
}
