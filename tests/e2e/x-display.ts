import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'

const program = '/usr/bin/Xvfb'

/** Whether there is a program that plays an X display, and one that takes pictures of it. */
export const hasXDisplays = existsSync(program) && existsSync('/usr/bin/xwd')

export interface XDisplay {
  /** Such as `:99`. */
  readonly name: string
  close(): Promise<void>
}

/** An X display of its own, without anything on it. */
export async function openXDisplay(width: number, height: number): Promise<XDisplay> {
  const child: ChildProcess = spawn(
    program,
    // Without -noreset it starts anew when a last client leaves, and one that comes in that moment is lost.
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }
  )
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  const pipe = child.stdio[3] as NodeJS.ReadableStream
  const number = await new Promise<string>((done, failed) => {
    createInterface({ input: pipe }).once('line', done)
    child.once('exit', () => failed(new Error('Xvfb did not start')))
  })
  return {
    name: `:${number.trim()}`,
    async close() {
      child.kill()
      await exited
    }
  }
}
