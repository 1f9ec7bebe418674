import { Buffer } from 'node:buffer'
import { type BodyKind, bodyKindOf } from './body-kind.ts'

/** A body whose beginning was looked at: `stream` still holds all of it. */
export interface OpenedBody {
  readonly kind: BodyKind
  readonly stream: ReadableStream<Uint8Array>
}

/** Reads as much as tells what a body is. */
export async function openBody(contentType: string, body: ReadableStream<Uint8Array>): Promise<OpenedBody> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  for (;;) {
    const { done, value } = await reader.read()
    if (value !== undefined) chunks.push(value)
    const head = Buffer.concat(chunks)
    const kind = bodyKindOf(contentType, head, done)
    if (kind !== undefined) return { kind, stream: continued(chunks, reader) }
    // Blank space may go on for minutes while a model is loaded, and means nothing in either format.
    if (head.toString('latin1').trim() === '') chunks.length = 0
  }
}

/** The chunks that were read, then the rest. */
function continued(
  chunks: readonly Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>
): ReadableStream<Uint8Array> {
  const waiting = [...chunks]
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const first = waiting.shift()
        if (first !== undefined) {
          controller.enqueue(first)
          return
        }
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: (reason) => reader.cancel(reason)
    },
    { highWaterMark: 0 }
  )
}
