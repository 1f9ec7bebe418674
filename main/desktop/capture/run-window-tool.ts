import { execFile } from 'node:child_process'
import type { WindowTool } from '../../capture/windows/system-window.ts'

/** Milliseconds: what comes later is not wanted any more. */
const deadline = 2500
/** A window takes about one kilobyte. */
const mostBytes = 256 * 1024

/** What such a program needs to find the screen and itself. */
const passed = [
  'PATH',
  'HOME',
  'DISPLAY',
  'XAUTHORITY',
  'SystemRoot',
  'windir',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA'
]

/** Runs a tool in the background and gives what it has printed. Rejects when it fails or takes too long; then it is ended. */
export function runWindowTool(
  { program, arguments: args }: WindowTool,
  environment: Readonly<Record<string, string | undefined>>
): Promise<string> {
  const kept = passed.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]] as const]))
  const options = { timeout: deadline, killSignal: 'SIGKILL', maxBuffer: mostBytes, windowsHide: true } as const
  return new Promise((done, failed) => {
    execFile(program, args, { ...options, env: { ...Object.fromEntries(kept), LC_ALL: 'C' } }, (error, output) => {
      // Its message would repeat the whole script.
      if (error === null) done(output)
      else failed(new Error(`${program} ended with ${error.code ?? error.signal}`))
    })
  })
}
