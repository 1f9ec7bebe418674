import type { House } from '../compose.ts'
import type { Interruption } from './interruption.ts'
import type { Terminal } from './terminal.ts'

/** What every command gets. */
export interface Session {
  readonly terminal: Terminal
  readonly interruption: Interruption
  readonly standardInput: () => NodeJS.ReadStream
  /** The services, built when a command first asks: `--help` starts nothing. */
  readonly house: () => House
  /** Of Glyphlens, for example `0.1.0`. */
  readonly version: string
  /** Causes of errors are shown from the start (GLYPHLENS_DEBUG=1), before `--verbose` is read. */
  readonly debug: boolean
}

/** Options that hold for every command. */
export interface ProgramOptions {
  readonly verbose?: true
}
