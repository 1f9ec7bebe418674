import type { Endpoint } from '../endpoint.ts'
import type { Call } from './call.ts'
import type { Sdk } from './sdk.ts'
import { guardFetch, type Outgoing, type VisionFetch } from './wire.ts'

/**
 * One HTTP request by the SDK, `path` behind the endpoint's address. Resolves with whatever is answered, also with an
 * error: the SDK would read the body of one without a limit, so it does not get to see it. Throws what the network throws.
 */
export async function ask(
  sdk: Sdk,
  fetch: VisionFetch,
  endpoint: Endpoint,
  path: string,
  outgoing: Outgoing,
  call: Call
): Promise<Response> {
  const guarded = guardFetch(fetch, endpoint, call, outgoing)
  let refusal: Response | undefined
  const client = sdk.open(endpoint.baseUrl, async (input, init) => {
    const response = await guarded(input, init)
    if (response.ok) return response
    refusal = response
    throw new RefusedError()
  })
  try {
    return await client.request({ method: outgoing.method === 'GET' ? 'get' : 'post', path, stream: true }).asResponse()
  } catch (thrown) {
    if (refusal === undefined) throw thrown
    return refusal
  }
}

/** Tells the SDK to stop here. */
class RefusedError extends Error {}
