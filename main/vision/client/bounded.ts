import { Buffer } from 'node:buffer'

/** A body that goes on for longer than anybody reads. */
export class TooLongError extends Error {
  override readonly name = 'TooLongError'
}

/** Reads a body as text. Throws `TooLongError` above `maximum` bytes. */
export async function readBounded(body: ReadableStream<Uint8Array> | null, maximum: number): Promise<string> {
  const { text, complete } = await readStart(body, maximum)
  if (!complete) throw new TooLongError(`more than ${maximum} bytes`)
  return text
}

/** Reads at most `maximum` bytes of a body as text and leaves the rest. */
export async function readStart(
  body: ReadableStream<Uint8Array> | null,
  maximum: number
): Promise<{ readonly text: string; readonly complete: boolean }> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  if (body !== null) {
    for await (const chunk of body) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > maximum) break
    }
  }
  const text = Buffer.concat(chunks).subarray(0, maximum).toString('utf8')
  return { text: text.replace(/^\uFEFF/, ''), complete: bytes <= maximum }
}
