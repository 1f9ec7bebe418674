import { Failure } from '../../failure.ts'
import type { Chat, ChatTimes } from '../chat.ts'
import { VisionFailure } from '../failure.ts'
import type { ChatContext, ChatLogLine } from './context.ts'
import { listModels } from './models.ts'
import { send } from './send.ts'
import type { VisionFetch } from './wire.ts'

/** What the wire needs from outside. */
export interface ChatOptions {
  /** Must be able to hand redirects back, or fail on them. */
  readonly fetch: VisionFetch
  /** Limits where a call names none; else the preset's patience, and usual ones. */
  readonly times?: Partial<ChatTimes>
  /** Milliseconds since 1970. */
  readonly clock?: () => number
  /** Gets one line for each call. */
  readonly log?: (line: ChatLogLine) => void
}

/** The wire to vision endpoints that speak the OpenAI-compatible interface. Opens nothing before the first call. */
export function createChat({ fetch, times, clock = Date.now, log = () => undefined }: ChatOptions): Chat {
  const context: ChatContext = { fetch, times, clock, log }
  return {
    send: (request, options = {}) =>
      logged(context, request.endpoint.preset.id, request.model, () => send(context, request, options)),
    models: (endpoint, options = {}) =>
      logged(context, endpoint.preset.id, '', () => listModels(context, endpoint, options.signal))
  }
}

async function logged<T>(
  { log, clock }: ChatContext,
  provider: string,
  model: string,
  work: () => Promise<T>
): Promise<T> {
  const started = clock()
  const line = (outcome: ChatLogLine['outcome'], more: Partial<ChatLogLine> = {}) =>
    log({ provider, model, outcome, milliseconds: clock() - started, ...more })
  try {
    const result = await work()
    line('answered')
    return result
  } catch (thrown) {
    line(thrown instanceof Failure ? thrown.code : 'internal', thrown instanceof VisionFailure ? detailsOf(thrown) : {})
    throw thrown
  }
}

function detailsOf({ status, requestId, cause }: VisionFailure): Partial<ChatLogLine> {
  return {
    ...(status === undefined ? {} : { status }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(cause instanceof Error ? { cause: wordsOf(cause) } : {})
  }
}

/** A cause and its own causes in one line; they were cleaned when the failure was made. */
function wordsOf(error: Error): string {
  return error.cause instanceof Error ? `${error.message} < ${wordsOf(error.cause)}` : error.message
}
