import { inspect } from 'node:util'
import { asFailure, type Failure } from '../failure.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts'
import { printable, type Terminal } from './terminal.ts'

/** Puts a failure on standard error: the sentence, what to do next, and with `verbose` what lay underneath. */
export function tellFailure(terminal: Terminal, failure: Failure, options: { about?: string; verbose: boolean }): void {
  const { about } = options
  // Most sentences about a picture name it themselves.
  const prefix = about === undefined || failure.message.includes(about) ? '' : `${printable(about)}: `
  terminal.say(`${terminal.paint('red', 'glyphlens:')} ${prefix}${printable(failure.message)}`)
  const advice = failure.advice ?? (options.verbose ? undefined : 'Add --verbose to see the cause.')
  if (advice !== undefined) terminal.say(`  ${printable(advice)}`)
  if (options.verbose) terminal.say(terminal.paint('dim', `  ${failure.code}: ${inspect(failure.cause ?? failure)}`))
}

/** The reader of a pipe has gone: nobody is left to talk to, and nothing is wrong. */
function isBrokenPipe(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE'
}

/** Ends a command that threw: says why, and gives the exit code. */
export function concludeFailed(terminal: Terminal, thrown: unknown, verbose: boolean): ExitCode {
  if (isBrokenPipe(thrown)) return exitCodes.good
  const failure = asFailure(thrown)
  tellFailure(terminal, failure, { verbose })
  return exitCodeOf(failure.code)
}
