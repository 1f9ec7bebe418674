import type { ChatAnswer, ChatCallOptions, ChatRequest } from '../chat.ts'
import { VisionFailure } from '../failure.ts'
import { createAnnouncer } from './announcer.ts'
import { createDraft } from './answer.ts'
import { quotaOf, requestIdOf } from './answer-headers.ts'
import { ask } from './ask.ts'
import { openCall } from './call.ts'
import type { ChatContext } from './context.ts'
import { endedFailure, type Progress, thrownFailure } from './failed-call.ts'
import { flawOf, isTruncated } from './finished.ts'
import { type Reading, readAnswer } from './read-answer.ts'
import { refusalOf } from './refusal.ts'
import { encodeRequest } from './request.ts'
import { loadSdk } from './sdk.ts'
import { timesOf } from './times.ts'

/** What belongs to one call. */
interface Sending extends Reading {
  readonly request: ChatRequest
  readonly body: Uint8Array
  /** The head of the answer, once there is one. */
  response: Response | undefined
}

/** One call of a model: one HTTP request. Throws `VisionFailure`, and `Failure` with `cancelled`. */
export async function send(
  context: ChatContext,
  request: ChatRequest,
  { signal, onEvent, times }: ChatCallOptions
): Promise<ChatAnswer> {
  const body = encodeRequest(request)
  const sdk = await loadSdk()
  const call = openCall(timesOf(request.endpoint.preset, body.length, context.times, times), signal)
  const announcer = createAnnouncer(onEvent, (cause) => call.end({ kind: 'listener', cause }))
  const sending: Sending = { sdk, request, body, call, announcer, draft: createDraft(), response: undefined }
  try {
    return await exchange(context, sending)
  } catch (thrown) {
    settle(sending)
    const progress = progressOf(sending, context.clock())
    const ending = call.ending()
    if (ending !== undefined) throw endedFailure(ending, request, progress)
    throw thrown instanceof VisionFailure ? thrown : thrownFailure(thrown, request, progress)
  } finally {
    announcer.close()
    call.close()
  }
}

async function exchange({ fetch, clock }: ChatContext, sending: Sending): Promise<ChatAnswer> {
  const { sdk, request, body, call, announcer, draft } = sending
  call.signal.throwIfAborted()
  announcer.tell({ kind: 'sending' })
  const outgoing = { method: 'POST', accept: 'text/event-stream, application/json', body } as const
  const response = await ask(sdk, fetch, request.endpoint, '/chat/completions', outgoing, call)
  if (!response.ok) throw await refusalOf(response, call.signal, request, clock())
  sending.response = response
  announcer.tell({ kind: 'first-byte' })
  await readAnswer(response, sending)
  settle(sending)
  // The loop over a stream ends without a word when the call is ended.
  call.signal.throwIfAborted()
  const flaw = flawOf(draft, request, progressOf(sending, clock()))
  if (flaw !== undefined) throw flaw
  return answerOf(sending, response)
}

/** Nothing more comes: tells what was held back. */
function settle({ draft, announcer }: Sending): void {
  const delta = draft.end()
  if (delta !== '') announcer.tell({ kind: 'text', delta })
  announcer.flush()
}

function progressOf({ draft, response }: Sending, now: number): Progress {
  const requestId = response === undefined ? undefined : requestIdOf(response.headers)
  return { response, requestId, partial: draft.text().trim() === '' ? undefined : draft.text(), now }
}

function answerOf({ request, body, call, draft }: Sending, { headers }: Response): ChatAnswer {
  return {
    text: draft.text(),
    thinking: draft.thinking(),
    truncated: isTruncated(draft),
    model: draft.model() ?? request.model,
    usage: draft.usage(),
    quota: quotaOf(headers),
    requestId: requestIdOf(headers),
    milliseconds: call.milliseconds(),
    sentBytes: body.length
  }
}
