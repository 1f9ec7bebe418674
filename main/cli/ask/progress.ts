import { assertNever } from '../../failure.ts'
import type { AnalyzeEvent } from '../../vision/analyze/options.ts'
import type { ChatEvent } from '../../vision/chat.ts'
import { grouped } from './tell.ts'

/** Turns the events of one analysis into words for a line that is shown in place. */
export function createStepTeller(show: (step: string) => void): (event: AnalyzeEvent) => void {
  let characters = 0
  return (event) => {
    if (event.kind === 'again') characters = 0
    if (event.kind === 'call' && event.event.kind === 'text') characters += event.event.delta.length
    show(describeStep(event, characters))
  }
}

function describeStep(event: AnalyzeEvent, characters: number): string {
  switch (event.kind) {
    case 'preparing':
      return event.step === 'picture' ? 'opening' : 'reading its text here'
    case 'forecast':
      return 'asking'
    case 'call':
      return `${event.of > 1 ? `part ${event.number} of ${event.of}, ` : ''}${describeCall(event.event, characters)}`
    case 'again':
      return describeAgain(event)
    default:
      return assertNever(event, 'No such event of an analysis')
  }
}

function describeCall(event: ChatEvent, characters: number): string {
  switch (event.kind) {
    case 'sending':
      return 'sending'
    case 'first-byte':
      return 'waiting for the answer'
    case 'thinking':
      return `thinking, ${grouped(event.characters)} characters`
    case 'text':
      return `answering, ${grouped(characters)} characters`
    default:
      return assertNever(event, 'No such event of a call')
  }
}

function describeAgain({ failure, afterMilliseconds, model }: Extract<AnalyzeEvent, { kind: 'again' }>): string {
  if (model !== undefined && afterMilliseconds === 0) return `another model: ${model}. ${failure.message}`
  const wait = afterMilliseconds < 1000 ? 'at once' : `in ${Math.ceil(afterMilliseconds / 1000)} s`
  return `trying again ${wait} because: ${failure.message}`
}
