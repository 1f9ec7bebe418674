import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'

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
  /** Added to a small environment with folders of its own: what the developer has chosen does not count here. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts the command line as a process. */
export function startCli(words: readonly string[], options: RunOptions = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [resolve(root, 'main/cli.ts'), ...words], {
    cwd: options.cwd ?? root,
    env: { PATH: process.env['PATH'], GLYPHLENS_HOME: resolve(root, 'out/cli-home'), ...options.environment }
  })
}

/** Runs the command line to its end. */
export async function runCli(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = startCli(words, options)
  // A command that does not read its input closes the pipe.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input)
  return await ended(child)
}

/** Waits for the end of a process; what it wrote up to there, or until a test closed the pipe. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const stdout = gather(child.stdout)
  const stderr = gather(child.stderr)
  const [exitCode, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { exitCode, signal, stdout: stdout(), stderr: stderr() }
}

function gather(stream: Readable): () => string {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}
