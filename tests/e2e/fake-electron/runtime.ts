// What all parts of the fake share: as Electron itself, there is one of it in a process.
import { type Calls, openLine } from './line.ts'
import type { Deed, MainSide, StageSide, Staging } from './protocol.ts'

/** How the test wants the system to be. */
export const staging = JSON.parse(process.env['FAKE_ELECTRON'] ?? '{"home":""}') as Staging
if (staging.home === '') throw new Error('FAKE_ELECTRON says how the system is: start main through the fixture')

const here: Partial<MainSide> = {}

/** Parts of the fake say here what they answer to. */
export function answerTo(calls: Partial<MainSide>): void {
  Object.assign(here, calls)
}

const line = openLine<StageSide & Calls>(
  {
    send: (message) => {
      if (process.connected) process.send?.(message)
    },
    onMessage: (listener) => void process.on('message', listener)
  },
  here
)
/** Where the windows are. */
export const stage = line.there

/** For what nobody waits for: a window that is gone meanwhile is no fault. */
export function unheard(work: Promise<unknown>): void {
  work.catch(() => undefined)
}

const deeds: Deed[] = []
/** Notes what only a test can see. */
export function did(deed: Deed): void {
  deeds.push(deed)
}
answerTo({ deeds: () => deeds })

// When the test is gone, nothing of the app stays behind.
process.once('disconnect', () => process.exit(1))
