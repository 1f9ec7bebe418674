import { create } from 'zustand'
import type { Start } from '../../preload/contract/app.ts'
import type { Problem } from '../../preload/contract/result.ts'
import { bridge, settled } from './bridge.ts'

interface Known {
  readonly start: Start | undefined
  readonly problem: Problem | undefined
}

/** What main said at the start; empty until `loadStart` has answered. */
export const useKnownStart = create<Known>()(() => ({ start: undefined, problem: undefined }))

/** What main said at the start. Only inside the rooms, which are shown after it. */
export function useStart(): Start {
  const start = useKnownStart((known) => known.start)
  if (start === undefined) throw new TypeError('main has not answered yet')
  return start
}

export async function loadStart(): Promise<void> {
  const result = await settled(bridge().app.start({}))
  useKnownStart.setState(result.ok ? { start: result.value, problem: undefined } : { problem: result.problem })
}
