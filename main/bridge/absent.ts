import { channels, type Noun } from '../../preload/contract/channels.ts'
import type { Handlers } from '../../preload/contract/contract.ts'
import { Failure } from '../failure.ts'

/** Handlers of a noun that nobody serves yet. */
export function absentHandlers<N extends Noun>(noun: N): Handlers[N] {
  const verbs = channels[noun].map((verb) => [
    verb,
    () => {
      throw new Failure('internal', `${noun}.${verb} is not there yet.`)
    }
  ])
  return Object.fromEntries(verbs) as Handlers[N]
}
