import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { redact } from '../vision/redact.ts'
import type { Log, LogLine } from './line.ts'

export interface LogFileOptions {
  /** Size in bytes at which the file is put aside; default 1 MiB. The one that was put aside before is then gone. */
  readonly most?: number
  readonly now?: () => Date
}

/** Characters of one line: a fault that repeats itself must not fill the file at once. */
const longestLine = 20_000

/**
 * Writes lines to a file, each at once, so that the last before a crash is there. Never throws: when the log cannot be
 * written there is nobody left to tell.
 */
export function createLogFile(path: string, { most = 1024 * 1024, now = () => new Date() }: LogFileOptions = {}): Log {
  return (line) => {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      putAsideWhenFull(path, most)
      appendFileSync(path, `${textOf(line, now())}\n`, { mode: 0o600 })
    } catch {
      // See above.
    }
  }
}

function textOf({ level, message, detail }: LogLine, time: Date): string {
  const text = `${time.toISOString()} ${level} ${message}${detail === undefined ? '' : `\n${detail}`}`
  return redact(text, []).slice(0, longestLine).trimEnd().replaceAll('\n', '\n    ')
}

function putAsideWhenFull(path: string, most: number): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size >= most) renameSync(path, `${path}.1`)
}
