import type { Progress } from '../../engine/protocol/operations.ts'
import { type Position, showStep } from '../output/progress.ts'
import type { Terminal } from '../terminal.ts'

const stages: Readonly<Record<Progress['stage'], string>> = {
  load: 'loading the models',
  decode: 'opening',
  detect: 'looking for text',
  recognise: 'reading',
  encode: 'drawing'
}

/** Shows how far the engine has come with one picture of several. */
export function showProgress(terminal: Terminal, name: string, position: Position, progress?: Progress): void {
  const percentage = progress && progress.total > 0 ? ` ${Math.floor((100 * progress.done) / progress.total)} %` : ''
  showStep(terminal, name, position, progress && `${stages[progress.stage]}${percentage}`)
}
