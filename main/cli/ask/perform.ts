import type { Failure } from '../../failure.ts'
import type { Finding } from '../input/inputs.ts'
import { showStep } from '../output/progress.ts'
import type { Terminal } from '../terminal.ts'
import type { Announcer } from './announcer.ts'
import { type Answer, type AskSetup, askOne, forecastOne } from './ask-one.ts'
import type { LiveText } from './live-text.ts'
import { createStepTeller } from './progress.ts'

export interface PerformerOptions {
  readonly setup: AskSetup
  readonly dryRun: boolean
  readonly pictures: number
  readonly announcer: Announcer
  readonly terminal: Terminal
  readonly live: LiveText | undefined
}

/** Asks about one picture of several, or says what would be asked, and shows how far it is. Never rejects. */
export function createPerformer({ setup, dryRun, pictures, announcer, terminal, live }: PerformerOptions) {
  return (finding: Finding, index: number): Promise<Answer | Failure> => {
    const show = (step?: string): void => {
      // The line of progress and an answer that grows would write over each other.
      if (!live?.shown()) showStep(terminal, finding.name, { number: index + 1, of: pictures }, step)
    }
    const tellStep = createStepTeller(show)
    show()
    if (dryRun) return forecastOne(setup, finding, tellStep)
    return askOne(setup, finding, {
      live,
      onEvent: (event) => {
        if (event.kind === 'forecast') announcer.forecast(finding.name, event.forecast)
        tellStep(event)
      }
    })
  }
}
