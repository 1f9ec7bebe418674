import { type ExitCode, exitCodes } from './exit-codes.ts'

/** The wish of the person (Ctrl+C) or of the system (SIGTERM) that the command stops. */
export interface Interruption {
  readonly signal: AbortSignal
  /** The exit code that names the signal, once it came. */
  readonly exitCode: ExitCode | undefined
}

/**
 * Turns the first SIGINT or SIGTERM into an abort, so that half-written files are taken away. A second one ends the
 * process at once, which is what Node does without a listener.
 */
export function listenForInterruption(emitter: NodeJS.Process): Interruption {
  const controller = new AbortController()
  let exitCode: ExitCode | undefined

  function stop(code: ExitCode): void {
    exitCode ??= code
    controller.abort()
  }
  emitter.once('SIGINT', () => stop(exitCodes.interrupted))
  emitter.once('SIGTERM', () => stop(exitCodes.terminated))

  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode
    }
  }
}
