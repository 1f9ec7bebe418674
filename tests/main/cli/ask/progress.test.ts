import { expect, it } from 'vitest'
import { createStepTeller } from '../../../../main/cli/ask/progress.ts'
import type { AnalyzeEvent } from '../../../../main/vision/analyze/options.ts'
import type { ChatEvent } from '../../../../main/vision/chat.ts'
import { VisionFailure } from '../../../../main/vision/failure.ts'

const failure = new VisionFailure('vision-rate', 'Too many calls.')

function call(event: ChatEvent, number = 1, of = 1): AnalyzeEvent {
  return { kind: 'call', number, of, event }
}

it('says how far an answer is', () => {
  const events: readonly (readonly [AnalyzeEvent, string])[] = [
    [{ kind: 'preparing', step: 'picture' }, 'opening'],
    [{ kind: 'preparing', step: 'local-text' }, 'reading its text here'],
    [call({ kind: 'sending' }), 'sending'],
    [call({ kind: 'first-byte' }), 'waiting for the answer'],
    [call({ kind: 'thinking', characters: 1240 }), 'thinking, 1,240 characters'],
    [call({ kind: 'text', delta: 'x'.repeat(1000) }), 'answering, 1,000 characters'],
    [call({ kind: 'text', delta: 'y'.repeat(240) }, 2, 4), 'part 2 of 4, answering, 1,240 characters'],
    [
      { kind: 'again', failure, afterMilliseconds: 11_200, model: undefined },
      'trying again in 12 s because: Too many calls.'
    ],
    [call({ kind: 'text', delta: 'z' }), 'answering, 1 characters'],
    [{ kind: 'again', failure, afterMilliseconds: 0, model: 'm2' }, 'another model: m2. Too many calls.']
  ]
  const steps: string[] = []
  const tell = createStepTeller((step) => steps.push(step))
  for (const [event] of events) tell(event)
  expect(steps).toEqual(events.map(([, step]) => step))
})
