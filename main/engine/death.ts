import { readFileSync } from 'node:fs'
import { Failure, type FailureCode } from '../failure.ts'
import { outOfMemoryMark } from './protocol/launch.ts'

/** Why the app ended the engine itself. */
export type KillReason = 'timeout' | 'cancelled' | 'protocol' | 'start-timeout' | 'retired' | 'closed'

/** How an engine process ended. */
export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The last of what it wrote to stderr. */
  readonly stderr: string
  /** Set when the app killed it. */
  readonly killedFor?: KillReason
  /** Processes that the system's out-of-memory killer ended since this one was started. */
  readonly oomKills: number
}

export type DeathKind = 'crashed' | 'out-of-memory' | KillReason

/** 0xC0000017, STATUS_NO_MEMORY of Windows. */
const windowsNoMemory = 3_221_225_495

const memoryWords = /JavaScript heap out of memory|std::bad_alloc|Cannot allocate memory|Array buffer allocation failed/

export function classifyExit(exit: Exit): DeathKind {
  if (exit.stderr.includes(outOfMemoryMark)) return 'out-of-memory'
  if (exit.killedFor !== undefined) return exit.killedFor
  if (exit.code === windowsNoMemory || memoryWords.test(exit.stderr)) return 'out-of-memory'
  if (exit.signal === 'SIGKILL' && exit.oomKills > 0) return 'out-of-memory'
  return 'crashed'
}

/** Only the engine's own faults count against its crash budget: a slow picture or a cancel says nothing about it. */
export function isCrash(kind: DeathKind): boolean {
  return kind === 'crashed' || kind === 'out-of-memory' || kind === 'protocol' || kind === 'start-timeout'
}

/** One line for the log and the cause: how it ended and what it last said. */
export function describeExit(exit: Exit): string {
  const how = exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`
  const said = exit.stderr.trim()
  return said === '' ? how : `${how}\n${said}`
}

const crashed = {
  code: 'engine-crashed',
  message: 'The reading engine stopped unexpectedly.',
  advice: 'Try again: the engine starts anew by itself. If the same picture makes it stop each time, please report it.'
} as const

const failures = {
  crashed,
  retired: crashed,
  'start-timeout': crashed,
  timeout: {
    code: 'engine-timeout',
    message: 'This took too long and was stopped.',
    advice: 'Try a smaller part of the picture, or try again when the computer is less busy.'
  },
  'out-of-memory': {
    code: 'engine-out-of-memory',
    message: 'The reading engine ran out of memory.',
    advice: 'Try a smaller part of the picture, or close other programs and try again.'
  },
  protocol: {
    code: 'engine-protocol',
    message: 'The reading engine gave an answer that cannot be understood.',
    advice: 'Try again. If it happens again, install Glyphlens anew: its parts may be of different versions.'
  },
  cancelled: { code: 'cancelled', message: 'Cancelled.', advice: undefined },
  closed: {
    code: 'engine-closed',
    message: 'The reading engine was closed before it had finished.',
    advice: 'Start Glyphlens again.'
  }
} as const satisfies Record<DeathKind, { code: FailureCode; message: string; advice: string | undefined }>

/** The failure of a request that ended in this way; `detail` is for the log. */
export function failureOf(kind: DeathKind, detail: string): Failure {
  const { code, message, advice } = failures[kind]
  return new Failure(code, message, { ...(advice === undefined ? {} : { advice }), cause: new Error(detail) })
}

/** How many processes the out-of-memory killer of Linux has ended since the system started; 0 where that is not told. */
export function countOomKills(): number {
  if (process.platform !== 'linux') return 0
  try {
    return Number(/^oom_kill (\d+)$/m.exec(readFileSync('/proc/vmstat', 'utf8'))?.[1] ?? 0)
  } catch {
    // Some containers hide the file; the death is then told as a crash.
    return 0
  }
}
