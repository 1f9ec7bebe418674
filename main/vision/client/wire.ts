import type { Endpoint } from '../endpoint.ts'
import type { Call } from './call.ts'

/** How the client asks: `fetch` of Node or that of Electron's network. */
export type VisionFetch = typeof globalThis.fetch

/** What goes out besides the address. */
export interface Outgoing {
  readonly method: 'GET' | 'POST'
  readonly accept: string
  readonly body?: Uint8Array
}

/** An answer that only leads elsewhere. Following it would hand the picture and the key to another server. */
export class RedirectedError extends Error {
  override readonly name = 'RedirectedError'
  /** Where to, without query; undefined when that is unknown. */
  readonly target: string | undefined

  constructor(target: string | undefined) {
    super('redirected')
    this.target = target
  }
}

/**
 * A `fetch` for the SDK that sends exactly what it is told here and only uses the address it gets: no header of the SDK,
 * its environment or a cookie jar goes out. Throws `RedirectedError`, and whatever `fetch` throws.
 */
export function guardFetch(fetch: VisionFetch, endpoint: Endpoint, call: Call, outgoing: Outgoing): VisionFetch {
  return async (input) => {
    const address = input instanceof Request ? input.url : input
    const pending = fetch(address, {
      method: outgoing.method,
      headers: headersOf(endpoint, outgoing),
      ...(outgoing.body === undefined ? {} : { body: outgoing.body }),
      signal: call.signal,
      // Electron's network cannot hand a redirect back: there, `manual` ends as an error that names the redirect.
      redirect: 'manual',
      // Without an origin, Electron's network would send cookies.
      credentials: 'omit',
      cache: 'no-store'
    })
    const response = await untilAborted(pending, call.signal)
    if (response.type !== 'opaqueredirect' && (response.status < 300 || response.status >= 400)) return response
    await discard(response)
    throw new RedirectedError(targetOf(response, String(address)))
  }
}

/** Ends an answer that nobody reads, so that its socket is closed. */
export async function discard(response: Response): Promise<void> {
  // A body that fails while it is thrown away is gone as well.
  await response.body?.cancel().catch(() => undefined)
}

function headersOf({ key }: Endpoint, { accept, body }: Outgoing): Record<string, string> {
  return {
    accept,
    'user-agent': 'Glyphlens',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` })
  }
}

/** Does not wait for a `fetch` that is slow to notice the signal; what it brings later is thrown away. */
async function untilAborted(pending: Promise<Response>, signal: AbortSignal): Promise<Response> {
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(new DOMException('The call was ended.', 'AbortError'))
  signal.addEventListener('abort', abort, { once: true })
  if (signal.aborted) abort()
  try {
    return await Promise.race([pending, aborted.promise])
  } catch (thrown) {
    pending.then(discard, () => undefined)
    throw thrown
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

function targetOf(response: Response, from: string): string | undefined {
  const target = URL.parse(response.headers.get('location') ?? '', from)
  return target === null || response.headers.get('location') === null ? undefined : `${target.origin}${target.pathname}`
}
