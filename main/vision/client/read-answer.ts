import type { Announcer } from './announcer.ts'
import type { Draft } from './answer.ts'
import { readBounded, TooLongError } from './bounded.ts'
import type { Call } from './call.ts'
import { type Piece, readChunk } from './chunk.ts'
import { tellsError } from './failures/error-body.ts'
import { createEventMeter } from './meter.ts'
import { openBody } from './opened-body.ts'
import type { Sdk } from './sdk.ts'
import { watchBody } from './watched-body.ts'

/** Most bytes of one event, or of an answer that comes in one piece. */
const largestEvent = 8_000_000

/** An error that the provider told of inside of an answer. */
export class ToldError extends Error {
  override readonly name = 'ToldError'
  readonly body: unknown

  constructor(body: unknown) {
    super('the answer tells of an error')
    this.body = body
  }
}

/** What came is not an answer of a model. */
export class NotAnAnswerError extends Error {
  override readonly name = 'NotAnAnswerError'
}

/** Where an answer goes. */
export interface Reading {
  readonly sdk: Sdk
  readonly call: Call
  readonly draft: Draft
  readonly announcer: Announcer
}

/**
 * Reads a good answer into `draft`, as a stream or in one piece. Returns when the answer ends, when the draft is full and
 * when the call is ended. Throws `ToldError`, `NotAnAnswerError`, `TooLongError`, `SyntaxError`, and what the network
 * throws.
 */
export async function readAnswer(response: Response, reading: Reading): Promise<void> {
  const { call, draft } = reading
  if (response.body === null) return
  const meter = createEventMeter()
  const watched = watchBody(response.body, call.signal, (chunk) => {
    if (meter.feed(chunk)) call.alive()
    if (meter.pending() > largestEvent) throw new TooLongError(`an event of more than ${largestEvent} bytes`)
  })
  const { kind, stream } = await openBody(response.headers.get('content-type') ?? '', watched)
  if (kind === 'events') await readEvents(stream, reading).catch((thrown: unknown) => cutOrThrow(thrown, draft))
  else if (kind === 'json') take(readWhole(JSON.parse(await readBounded(stream, largestEvent))), reading)
  else if (kind !== 'blank' && !call.signal.aborted) {
    await stream.cancel()
    throw new NotAnAnswerError(kind)
  }
}

async function readEvents(body: ReadableStream<Uint8Array>, reading: Reading): Promise<void> {
  for await (const { event, data } of reading.sdk.events(body)) {
    if (event === 'error' || tellsError(data)) throw new ToldError(data)
    take(readChunk(data), reading)
    if (reading.draft.full()) return
  }
}

/** An event that is too long ends an answer that has begun well; without one it is no answer. */
function cutOrThrow(thrown: unknown, draft: Draft): void {
  if (!(thrown instanceof TooLongError) || draft.text() === '') throw thrown
  draft.cut()
}

function readWhole(value: unknown): Piece {
  if (tellsError(value)) throw new ToldError(value)
  const piece = readChunk(value)
  if (!piece.recognised) throw new NotAnAnswerError('json')
  return piece
}

function take(piece: Piece, { draft, announcer }: Reading): void {
  const before = draft.thinkingCharacters()
  const delta = draft.add(piece)
  const characters = draft.thinkingCharacters()
  if (characters > before) announcer.tell({ kind: 'thinking', characters })
  if (delta !== '') announcer.tell({ kind: 'text', delta })
}
