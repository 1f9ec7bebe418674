import type { Received } from './source.ts'
import { tooManyBytes } from './too-many-bytes.ts'

/** What to do while chunks arrive. */
export interface CollectOptions {
  /** In bytes; one more fails with `picture-too-many-bytes`. */
  readonly maximum: number
  /** Bytes to expect, for progress only. */
  readonly total?: number | undefined
  readonly onProgress?: ((received: Received) => void) | undefined
  /** Called for each chunk. */
  readonly onChunk?: (() => void) | undefined
}

/** All bytes of a stream, never more than `maximum` in memory. */
export async function collect(
  chunks: AsyncIterable<Uint8Array | string>,
  options: CollectOptions
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let received = 0
  for await (const chunk of chunks) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    received += part.length
    if (received > options.maximum) throw tooManyBytes(options.maximum)
    parts.push(part)
    options.onChunk?.()
    options.onProgress?.({ received, total: options.total })
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
}
