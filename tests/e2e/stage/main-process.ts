import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { type Calls, openLine, type Remote } from '../fake-electron/line.ts'
import type { MainSide, Staging } from '../fake-electron/protocol.ts'

/** The main process as the stage and tests call it. */
export type MainRemote = Remote<MainSide & Calls>

export interface MainProcessOptions {
  /** Folder with `out/main/index.js`. */
  readonly folder: string
  readonly staging: Staging
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly argv: readonly string[]
  /** What main may call. */
  readonly stage: Calls
}

/** The built main process under plain Node. */
export interface MainProcess {
  readonly main: MainRemote
  readonly pid: number
  /** What it has printed. */
  output(): string
  /** Resolves with the exit code, or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals | null>
  kill(): void
}

export function startMainProcess({ folder, staging, environment, argv, stage }: MainProcessOptions): MainProcess {
  const child: ChildProcess = fork(
    join(import.meta.dirname, '../fake-electron/run.ts'),
    [join(folder, 'out/main/index.js'), ...argv],
    {
      execArgv: [],
      // Structured clone, as Electron's own channel: bytes, maps, dates and undefined survive.
      serialization: 'advanced',
      env: { ...environment, FAKE_ELECTRON: JSON.stringify(staging), E2E_APP_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc']
    }
  )
  const printed: string[] = []
  child.stdout?.on('data', (piece: Buffer) => printed.push(piece.toString('utf8')))
  child.stderr?.on('data', (piece: Buffer) => printed.push(piece.toString('utf8')))
  const line = openLine<MainSide & Calls>(
    {
      send: (message) => {
        // It may end while this is written; whoever waits for an answer is told so.
        if (child.connected) child.send(message as object, () => undefined)
      },
      onMessage: (listener) => void child.on('message', listener)
    },
    stage
  )
  const exited = Promise.withResolvers<number | NodeJS.Signals | null>()
  child.once('exit', (code, signal) => {
    line.end(new Error(`The main process has ended (${String(code ?? signal)})\n${printed.join('')}`))
    exited.resolve(code ?? signal)
  })
  return {
    main: line.there,
    pid: child.pid ?? -1,
    output: () => printed.join(''),
    exited: exited.promise,
    kill: () => void child.kill('SIGKILL')
  }
}
