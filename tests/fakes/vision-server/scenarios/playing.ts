import type { Problem, Refusal } from '../dialects/dialect.ts'
import { refusalOf } from '../dialects/refusals.ts'
import { numberIn } from '../wire/address.ts'
import { cutIntoDeltas, doneMark, eventStreamHeaders, formatEvent } from '../wire/events.ts'
import type { Headers } from '../wire/wire.ts'
import type { Call, ChatCall } from './scenario.ts'

/** A whole JSON answer. */
export async function sendJson(call: Call, status: number, body: unknown, headers: Headers = {}): Promise<void> {
  const type = { 'content-type': 'application/json; charset=utf-8' }
  await call.wire.whole(status, { ...call.headers, ...type, ...headers }, JSON.stringify(body))
}

export interface RefuseOptions {
  readonly headers?: Headers
  /** Where the scenario says it in other words than the dialect. */
  readonly words?: Partial<Refusal>
}

/** Refuses in the dialect's words and envelope. */
export async function refuse(call: Call, problem: Problem, options: RefuseOptions = {}): Promise<void> {
  const refusal = { ...refusalOf(call.dialect, problem), ...options.words }
  await sendJson(call, refusal.status, call.dialect.envelope(refusal, call.requestId), options.headers)
}

/** Status and headers of an event stream. */
export async function openStream(call: ChatCall): Promise<void> {
  await call.wire.open(200, { ...call.headers, ...eventStreamHeaders })
}

export async function sendEvent(call: ChatCall, payload: unknown): Promise<void> {
  await call.wire.write(formatEvent(payload))
}

/** The role and the first three pieces of the answer; the stream stays open. Gives back the text that was sent. */
export async function sendBeginning(call: ChatCall): Promise<string> {
  await openStream(call)
  await sendEvent(call, call.chunks.role())
  const deltas = cutIntoDeltas(call.answer).slice(0, 3)
  for (const delta of deltas) await sendEvent(call, call.chunks.text(delta))
  return deltas.join('')
}

/** The payloads of a good stream, in order, with the mark of its end. */
export function goodPayloads({ chunks, body }: ChatCall, text: string, finish = 'stop'): unknown[] {
  return [
    chunks.role(),
    ...cutIntoDeltas(text).map(chunks.text),
    chunks.finish(finish),
    ...(body.stream_options?.include_usage === true ? [chunks.usage()] : []),
    doneMark
  ]
}

/** Streams payloads as they are, `;ms=` apart. */
export async function sendPayloads(call: ChatCall, payloads: readonly unknown[]): Promise<void> {
  const pause = numberIn(call.parameters, 'ms', 0)
  await openStream(call)
  for (const payload of payloads) {
    await sendEvent(call, payload)
    if (pause > 0) await call.wire.pause(pause)
  }
  await call.wire.end()
}

/** A good answer with `text`, streamed or whole as the client asked for. */
export async function sendText(call: ChatCall, text: string, finish = 'stop'): Promise<void> {
  if (call.body.stream !== true) return sendJson(call, 200, call.chunks.whole(text, finish))
  await sendPayloads(call, goodPayloads(call, text, finish))
}

/** Plays `misbehave` for the first `;times=` calls (`usual` when not given), then answers well. */
export async function forTimes(call: ChatCall, usual: number, misbehave: () => Promise<void>): Promise<void> {
  if (call.attempt <= numberIn(call.parameters, 'times', usual)) return misbehave()
  await sendText(call, call.answer)
}
