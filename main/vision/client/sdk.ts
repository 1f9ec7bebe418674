import type OpenAI from 'openai'

/** One event of a stream; `data` is parsed JSON. */
export interface ServerEvent {
  readonly event: string | null
  readonly data: unknown
}

/** What is used of the SDK. */
export interface Sdk {
  readonly open: (baseUrl: string, fetch: typeof globalThis.fetch) => OpenAI
  /** The events of a body up to `[DONE]`. Throws `SyntaxError` for one that is no JSON, and what the body throws. */
  readonly events: (body: ReadableStream<Uint8Array>) => AsyncIterable<ServerEvent>
}

/**
 * Everything that the SDK would else take from OPENAI_* variables of the environment. The key is a stand-in: `fetch` puts
 * the real one on its way, so that no message of the SDK can hold it. Headers of OPENAI_CUSTOM_HEADERS cannot be switched
 * off here: `fetch` leaves out all that it was given.
 */
const closedOptions = {
  apiKey: 'kept-elsewhere',
  adminAPIKey: null,
  organization: null,
  project: null,
  webhookSecret: null,
  logLevel: 'off',
  maxRetries: 0
} as const

/** Loads the SDK: only at the first call, because commands that ask no model start faster without it. */
export async function loadSdk(): Promise<Sdk> {
  const [{ OpenAI: Client }, { Stream }] = await Promise.all([import('openai'), import('openai/core/streaming')])
  const open = (baseUrl: string, fetch: typeof globalThis.fetch) =>
    new Client({ ...closedOptions, baseURL: baseUrl, fetch })
  return {
    open,
    events(body) {
      // The stream only wants its logger, which is silent; else it would write to the console.
      const silent = open('http://localhost', () => Promise.reject(new Error('asks nobody')))
      return Stream.fromSSEResponse<ServerEvent>(new Response(body), new AbortController(), silent, true, 'events')
    }
  }
}
