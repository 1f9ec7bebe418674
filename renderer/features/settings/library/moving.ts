import { create } from 'zustand'
import type { Problem } from '../../../../preload/contract/result.ts'
import { bridge, settled } from '../../../app/bridge.ts'

/** Of a move of the library, which goes on while another room is shown. */
interface Moving {
  /** `choosing`: the system's dialogs ask. `moved`: the app is about to start again. */
  readonly state: 'at-rest' | 'choosing' | 'copying' | 'moved'
  /** Of the copy, from 0 to 1. */
  readonly done: number
  readonly problem: Problem | undefined
}

const atRest: Moving = { state: 'at-rest', done: 0, problem: undefined }

export const useMoving = create<Moving>()(() => atRest)

/** Asks where to, and moves the library there. */
export async function moveLibrary(): Promise<void> {
  useMoving.setState({ ...atRest, state: 'choosing' })
  const stop = bridge().library.on((event) => {
    if (event.kind === 'moving') useMoving.setState({ state: 'copying', done: event.done })
  })
  const result = await settled(bridge().library.care({ action: 'move' }))
  stop()
  if (!result.ok) useMoving.setState({ ...atRest, problem: result.problem })
  else useMoving.setState(result.value.kind === 'moved' ? { state: 'moved', done: 1 } : atRest)
}

/** Calls the move off. */
export async function stay(): Promise<void> {
  await settled(bridge().library.care({ action: 'stay' }))
}
