import { assertNever } from '../../failure.ts'
import { type Said, say } from '../../saying.ts'
import type { CaptureMode } from '../mode.ts'
import { judgeHotkey } from './judge.ts'
import type { HotkeyProblem, ParsedHotkey } from './parse.ts'
import { type RegistrationFacts, registrationOf } from './registration.ts'

/** How the hotkey of a mode stands, for people. */
export interface HotkeyStanding extends Partial<Said> {
  readonly mode: CaptureMode
  /** As it was set; empty for none. */
  readonly accelerator: string
  readonly state: 'off' | 'works' | 'unproven' | 'failed' | 'conflict'
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
    return { ...common, state: 'failed', ...wordsOf(parsed.problem), advice: chooseOther }
  }
  if (isConflict) {
    const said = say('Two captures have the same hotkey.', 'hotkey.twice')
    return { ...common, state: 'conflict', ...said, advice: chooseOther }
  }
  const registration = registrationOf(facts)
  if (registration.kind === 'failed') {
    const { message, advice, saying: by } = registration.failure
    return { ...common, state: 'failed', message, advice, saying: by }
  }
  if (registration.kind === 'unproven') {
    const { advice, saying: by } = registration
    return { ...common, state: 'unproven', ...doubtOf(facts), advice, saying: by }
  }
  return { ...common, state: 'works', ...doubtOf(facts) }
}

/** It works, and something may be said against it. */
function doubtOf({ parsed, platform }: ViewFacts): Partial<Said> {
  if (!parsed.ok) return {}
  const verdict = judgeHotkey(parsed.hotkey, platform)
  if (verdict.kind === 'good') return {}
  return { ...doubts[verdict.reason], advice: chooseOther }
}

const doubts = {
  system: say('The system keeps this combination for itself: it may never arrive.', 'hotkey.system'),
  typing: say('This key is needed for typing; now it captures instead, in every program.', 'hotkey.typing'),
  everyday: say('Every program uses this combination; now it captures instead.', 'hotkey.everyday'),
  character: say('This combination writes a character on some keyboards.', 'hotkey.character')
} as const

function wordsOf(problem: HotkeyProblem): Said {
  switch (problem.kind) {
    case 'unknown':
      return say(`There is no key called "${problem.part}".`, 'hotkey.unknown-key', { key: problem.part })
    case 'other-system':
      return say(`This system has no key called "${problem.part}".`, 'hotkey.foreign-key', { key: problem.part })
    case 'several-keys':
      return say('A hotkey has one key besides Control, Shift and the like.', 'hotkey.several-keys')
    case 'no-key':
      return say('A hotkey needs a key besides Control, Shift and the like.', 'hotkey.no-key')
    case 'empty':
    case 'too-long':
      return say('This is no hotkey.', 'hotkey.none')
    default:
      return assertNever(problem, 'a problem of no known kind')
  }
}
