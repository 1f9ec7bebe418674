import type { House } from '../compose.ts'
import type { Capture } from './capture/capture.ts'
import type { Drag } from './drag.ts'
import type { Menus } from './menus/menus.ts'
import type { Windows } from './windows/open.ts'
import type { OpenWork } from './work/open.ts'
import type { Ending } from './work/stop.ts'

export interface EndingPorts extends Pick<OpenWork, 'machine' | 'work' | 'housekeeping'> {
  /** What waits for an answer of somebody else is called off. */
  readonly closing: AbortController
  readonly capture: Pick<Capture, 'close'>
  readonly menus: Pick<Menus, 'remove'>
  /** Functions that stop timers and listeners. */
  readonly watches: readonly (() => void)[]
  readonly windows: Pick<Windows, 'settled'>
  readonly drag: Pick<Drag, 'clear'>
  readonly house: Pick<House, 'close'>
}

/** How long what runs may take to end by itself, in milliseconds; then it goes back into the queue. */
export const patience = 1500

/** The end of everything, in its order: nobody is stopped before those who need them. */
export function endingsOf(ports: EndingPorts): readonly Ending[] {
  const { closing, capture, menus, machine, watches, windows, work, housekeeping, drag, house } = ports
  return [
    { name: 'what can be called off', limit: 100, end: () => closing.abort() },
    { name: 'capture', limit: 1000, end: capture.close },
    {
      name: 'menus and watches',
      limit: 1000,
      end: () => [menus.remove, machine.stop, ...watches].forEach((stop) => stop())
    },
    { name: 'settings', limit: 2000, end: windows.settled },
    { name: 'the work', limit: 8000, end: () => work.stop(patience) },
    { name: 'housekeeping', limit: 5000, end: housekeeping.stop },
    { name: 'dragged files', limit: 1000, end: drag.clear },
    { name: 'the house', limit: 5000, end: house.close }
  ]
}
