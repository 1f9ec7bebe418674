import type { Readable } from 'node:stream'

/** Keeps the last `limit` bytes of a stream, for the log. */
export function keepTail(stream: Readable, limit: number): () => string {
  let kept = Buffer.alloc(0)
  stream.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]).subarray(-limit)
  })
  return () => kept.toString('utf8')
}
