import { basename } from 'node:path'
import { printable, type Terminal } from '../terminal.ts'

/** Which of how many, counted from 1. */
export interface Position {
  readonly number: number
  readonly of: number
}

/** Shows how far one picture of several has come, for example `[2/7] scan.png: reading 40 %`. */
export function showStep(terminal: Terminal, name: string, { number, of }: Position, step?: string): void {
  const count = of > 1 ? `[${number}/${of}] ` : ''
  terminal.showProgress(`${count}${printable(basename(name))}${step === undefined ? '' : `: ${printable(step)}`}`)
}
