import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../../..')

export interface Ended {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly input?: Uint8Array | string
  readonly cwd?: string
  /** Added to a small environment without colours or a home of one's own. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts the command line as a process. */
export function startCli(words: readonly string[], options: RunOptions = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [resolve(root, 'main/cli.ts'), ...words], {
    cwd: options.cwd ?? root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...options.environment }
  })
}

/** Runs the command line to its end. */
export async function runCli(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = startCli(words, options)
  // A command that does not read its input closes the pipe.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input)
  return ended(child)
}

/** Waits for the end of a process that was started. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const closed = new Promise<Pick<Ended, 'exitCode' | 'signal'>>((done, fail) => {
    child.once('error', fail)
    child.once('close', (exitCode, signal) => done({ exitCode, signal }))
  })
  const [stdout, stderr, end] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { ...end, stdout, stderr }
}
