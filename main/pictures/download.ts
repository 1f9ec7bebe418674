import { cancelled, Failure } from '../failure.ts'
import { saying } from '../saying.ts'
import { collect } from './collect.ts'
import { checkPublic, type Lookup, parseHop, systemLookup } from './hop.ts'
import type { ReadOptions } from './source.ts'
import { tooManyBytes } from './too-many-bytes.ts'
import { startWatch, type Watch } from './watch.ts'

/** How a picture is fetched from the web. */
export interface DownloadOptions extends ReadOptions {
  /** Default: that of the platform. It has to support `redirect: 'manual'`. */
  readonly fetch?: typeof globalThis.fetch | undefined
  readonly lookup?: Lookup | undefined
  /**
   * A person typed the address, so its host may lie in a private network. Another host behind a redirect may not.
   */
  readonly allowPrivate?: boolean | undefined
  readonly times?: DownloadTimes | undefined
}

/** Limits in milliseconds. */
export interface DownloadTimes {
  /** Until each answer begins. */
  readonly answer: number
  /** Between two pieces of the answer. */
  readonly idle: number
  readonly total: number
}

const defaultTimes: DownloadTimes = { answer: 15_000, idle: 15_000, total: 120_000 }
const mostRedirects = 5

/** Fetches over http(s). Redirects are followed by hand, so that each of them is checked. */
export async function download(url: string, maximum: number, options: DownloadOptions): Promise<Uint8Array> {
  const times = options.times ?? defaultTimes
  const watch = startWatch(times.total, options.signal)
  try {
    const response = await followRedirects(parseHop(url), watch, times, options)
    return await readBody(response, maximum, watch, times, options)
  } catch (error) {
    throw downloadFailure(error, watch, options.signal)
  } finally {
    // Also ends a connection whose body was not read.
    watch.stop()
  }
}

async function followRedirects(
  first: URL,
  watch: Watch,
  times: DownloadTimes,
  { fetch = globalThis.fetch, lookup = systemLookup, allowPrivate = false }: DownloadOptions
): Promise<Response> {
  let url = first
  let trusted = allowPrivate
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    watch.within(times.answer)
    // Trust ends with the first other host and does not come back.
    trusted &&= url.hostname === first.hostname
    if (!trusted) await checkPublic(url, lookup)
    const response = await fetch(url, {
      redirect: 'manual',
      credentials: 'omit',
      headers: { accept: 'image/*,*/*;q=0.5' },
      signal: watch.signal
    })
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (location === null) return checked(response)
    await response.body?.cancel()
    url = parseHop(location, url)
  }
  throw new Failure('picture-download', 'The address leads in circles.', {
    advice: 'Check it in a browser.',
    saying: saying('download.circles')
  })
}

function checked(response: Response): Response {
  const { status } = response
  if (!response.ok) {
    throw new Failure('picture-download', `${meaningOf(status)} (HTTP ${status}).`, {
      advice: 'Check it in a browser.',
      saying: saying('download.status', { status })
    })
  }
  if (/^\s*(text\/html|application\/xhtml\+xml)\b/i.test(response.headers.get('content-type') ?? '')) {
    throw new Failure('picture-format', 'The address leads to a web page, not to a picture.', {
      advice: 'Open the page, right-click the picture and copy the address of the picture.',
      saying: saying('picture.web-page')
    })
  }
  return response
}

function meaningOf(status: number): string {
  if (status === 404 || status === 410) return 'There is no picture at this address'
  if (status === 401 || status === 403 || status === 407) return 'The server does not give this picture to everybody'
  if (status === 429) return 'The server asks for a pause'
  return status >= 500 ? 'The server has a fault of its own' : 'The server did not send a picture'
}

async function readBody(
  response: Response,
  maximum: number,
  watch: Watch,
  times: DownloadTimes,
  { onProgress }: ReadOptions
): Promise<Uint8Array> {
  const promised = Number(response.headers.get('content-length') ?? Number.NaN)
  // It may lie: good for refusing early and for progress only. For a packed body it counts the packed bytes.
  if (promised > maximum) throw tooManyBytes(maximum)
  const isExact = Number.isFinite(promised) && !response.headers.has('content-encoding')
  if (!response.body) return new Uint8Array(0)
  watch.within(times.idle)
  return collect(response.body, {
    maximum,
    total: isExact ? promised : undefined,
    onProgress,
    onChunk: () => watch.within(times.idle)
  })
}

function downloadFailure(error: unknown, watch: Watch, signal: AbortSignal | undefined): Failure {
  if (signal?.aborted) return cancelled(error)
  if (error instanceof Failure) return error
  if (watch.expired()) {
    return new Failure('picture-download', 'The server took too long.', {
      advice: 'Try again later.',
      saying: saying('download.slow'),
      cause: error
    })
  }
  return new Failure('picture-download', 'The picture could not be downloaded: the connection failed or was cut.', {
    advice: 'Check the address and the connection, and try again.',
    cause: error
  })
}
