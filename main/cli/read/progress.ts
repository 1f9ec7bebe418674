import { basename } from 'node:path'
import type { Progress } from '../../engine/protocol/operations.ts'
import { printable, type Terminal } from '../terminal.ts'

const stages: Readonly<Record<Progress['stage'], string>> = {
  load: 'loading the models',
  decode: 'opening',
  detect: 'looking for text',
  recognise: 'reading',
  encode: 'drawing'
}

/** Shows how far one picture of several has come, for example `[2/7] scan.png: reading 40 %`. */
export function showProgress(
  terminal: Terminal,
  name: string,
  position: { readonly number: number; readonly of: number },
  progress?: Progress
): void {
  const count = position.of > 1 ? `[${position.number}/${position.of}] ` : ''
  const percentage = progress && progress.total > 0 ? ` ${Math.floor((100 * progress.done) / progress.total)} %` : ''
  const stage = progress === undefined ? '' : `: ${stages[progress.stage]}${percentage}`
  terminal.showProgress(`${count}${printable(basename(name))}${stage}`)
}
