import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { root } from './run.ts'

/** Whether this machine has the `script` of util-linux, which gives a process a terminal. */
export const hasPseudoTerminal = /util-linux/.test(
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? ''
)

/**
 * Starts the command line on a terminal of its own. What it writes to both streams comes from `stdout`; what is written
 * to `stdin` is typed. The exit code is that of the command.
 */
export function startOnTerminal(
  words: readonly string[],
  environment: Readonly<Record<string, string>>
): ChildProcessWithoutNullStreams {
  const command = [process.execPath, resolve(root, 'main/cli.ts'), ...words].map(quote).join(' ')
  return spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd: root,
    env: { PATH: process.env['PATH'], TERM: 'xterm', SHELL: '/bin/sh', ...environment }
  })
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
