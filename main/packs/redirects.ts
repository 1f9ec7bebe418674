/** Like `fetch`, but it must hand redirects back (`redirect: 'manual'`): they are judged here, one by one. */
export type PackFetch = (
  url: string,
  init: { headers: Record<string, string>; signal: AbortSignal; redirect: 'manual' }
) => Promise<Response>

/** Hugging Face and ModelScope need one or two. */
const mostRedirects = 5

/** An address that is not followed, or too many in a row. */
export class RedirectError extends Error {
  override readonly name = 'RedirectError'
}

/** Requests `url` and follows redirects as far as `decideRedirect` allows. */
export async function fetchFollowing(
  fetch: PackFetch,
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal
): Promise<Response> {
  let address = url
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const response = await fetch(address, { headers, signal, redirect: 'manual' })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) return response
    await response.body?.cancel()
    address = decideRedirect(address, location)
  }
  throw new RedirectError(`more than ${mostRedirects} redirects`)
}

/**
 * The absolute address that a redirect leads to. Throws `RedirectError` unless it is https, or plain http between
 * loopback addresses: a download that began encrypted stays so.
 */
export function decideRedirect(from: string, location: string): string {
  if (!URL.canParse(location, from)) throw new RedirectError('redirect to no address')
  const target = new URL(location, from)
  const loopback = isLoopback(new URL(from)) && isLoopback(target)
  if (target.protocol !== 'https:' && !(target.protocol === 'http:' && loopback)) {
    throw new RedirectError(`redirect to ${target.protocol}//${target.host}`)
  }
  if (target.username || target.password) throw new RedirectError('redirect with a password')
  return target.href
}

function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(url.hostname)
}
