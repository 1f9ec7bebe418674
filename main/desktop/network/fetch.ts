import { session } from 'electron'
import { redirectOf } from './redirect.ts'

/** Name of the session that speaks with providers and fetches packs and pictures. It lives in memory. */
export const networkPartition = 'glyphlens-network'

/**
 * Chromium's network with the system's proxies and certificates, on a session of its own: nothing that a window does is
 * seen by it. After `ready`. Where a redirect is to be handed back (`redirect: 'manual'`), a GET is answered with it; of
 * another method the redirect is told by an error that names it.
 */
export function createNetworkFetch(): typeof globalThis.fetch {
  const network = session.fromPartition(networkPartition, { cache: false })
  return async (input, init) => {
    try {
      return await network.fetch(input instanceof URL ? input.href : input, init)
    } catch (thrown) {
      const isCancelledRedirect = thrown instanceof Error && /redirect was cancelled/i.test(thrown.message)
      if (!isCancelledRedirect || init?.redirect !== 'manual' || (init.method ?? 'GET') !== 'GET') throw thrown
      return await redirectOf(network, input instanceof Request ? input.url : String(input), init.signal)
    }
  }
}
