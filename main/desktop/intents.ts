import type { AppEvent, Taken } from '../../preload/contract/app.ts'
import { problemOf } from '../bridge/problem.ts'
import type { CaptureMode } from '../capture/mode.ts'
import { asFailure } from '../failure.ts'
import { describe } from '../log/describe.ts'
import type { Log } from '../log/line.ts'
import type { Intent } from '../policy/intent.ts'
import { say } from '../saying.ts'

export interface IntentPorts {
  readonly show: () => void
  /** To the page of the main window, when it is there. */
  readonly tell: (event: AppEvent) => void
  readonly capture: (mode: CaptureMode) => Promise<void>
  readonly take: (paths: readonly string[]) => Promise<readonly Taken[]>
  /** The entry of a uid. */
  readonly entryOf: (uid: string) => number | undefined
  readonly log: Log
}

/** Does what the outside has asked for. Never throws: who asked is not there to hear of it, the person is told. */
export function createIntents(ports: IntentPorts): (intent: Intent) => void {
  return (intent) =>
    void follow(intent, ports).catch((thrown: unknown) => {
      ports.log({ level: 'warning', message: `an intent failed: ${intent.kind}`, detail: describe(thrown) })
      ports.tell({ kind: 'notice', level: 'error', problem: problemOf(asFailure(thrown)) })
    })
}

/** Whether it is for the window to answer. */
export function showsWindow({ kind }: Intent): boolean {
  return kind !== 'capture' && kind !== 'capture-again'
}

async function follow(intent: Intent, ports: IntentPorts): Promise<void> {
  const { show, tell, capture, take, entryOf } = ports
  if (intent.kind === 'capture') return await capture('read-region')
  if (intent.kind === 'capture-again') return await capture('read-again')
  show()
  if (intent.kind === 'library') {
    const entry = intent.entry === undefined ? undefined : entryOf(intent.entry)
    tell({ kind: 'go', room: 'library', ...(entry !== undefined && { entry }) })
  }
  if (intent.kind === 'open') {
    if (intent.refused > 0) {
      const count = intent.refused
      const message =
        count === 1 ? 'One file does not lie on this computer.' : `${count} files do not lie on this computer.`
      tell({ kind: 'notice', level: 'warning', problem: say(message, 'app.refused-paths', { count }) })
    }
    if (intent.paths.length > 0) tell({ kind: 'taken', items: await take(intent.paths) })
  }
}
