import { net, type Session } from 'electron'

/** Asks once more for an address that redirects, and answers where to. Electron's own `fetch` cannot tell. */
export async function redirectOf(session: Session, url: string, signal?: AbortSignal | null): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const request = net.request({ url, session, redirect: 'manual', credentials: 'omit', cache: 'no-store' })
  const abort = (): void => {
    reject(new DOMException('The request was ended.', 'AbortError'))
    request.abort()
  }
  request.on('redirect', (status, _method, location) => {
    resolve(new Response(null, { status, headers: { location } }))
    request.abort()
  })
  // It leads nowhere else any more.
  request.on('response', (response) => {
    reject(new Error(`the redirect has become an answer (HTTP ${response.statusCode})`))
    request.abort()
  })
  request.on('error', reject)
  signal?.addEventListener('abort', abort, { once: true })
  if (signal?.aborted) abort()
  else request.end()
  try {
    return await promise
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}
