import type { Handlers } from '../../preload/contract/contract.ts'
import { type CheckPorts, checkProvider } from './vision/check.ts'
import { createFollow, type FollowPorts } from './vision/follow.ts'

export type VisionPorts = CheckPorts & FollowPorts

/** What the window asks of providers directly: tests, lists of models, and further questions about a picture. */
export function createVisionHandlers(ports: VisionPorts): Handlers['vision'] {
  const follow = createFollow(ports)
  return {
    check: (wish) => checkProvider(ports, wish),
    follow: async (wish) => {
      if (wish.action === 'ask') return await follow.ask(wish.entry, wish.question)
      follow.cancel(wish.entry)
      return null
    }
  }
}
