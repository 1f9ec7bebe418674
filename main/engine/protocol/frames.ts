/**
 * Longest message in bytes that either end takes: a reading of 20,000 lines of 100 characters is about 60 MB of JSON.
 */
export const longestMessage = 64 * 1024 * 1024

const newline = 0x0a

/** One message as it goes over the pipe: JSON on a line of its own. */
export function frame(message: unknown): string {
  return `${JSON.stringify(message)}\n`
}

/**
 * Cuts what arrives back into messages, not yet checked by a schema, and hands each to `deliver`. The function throws
 * when a line is not JSON or longer than `limit` bytes; what came before has been delivered by then.
 */
export function createUnframer(
  deliver: (message: unknown) => void,
  limit: number = longestMessage
): (chunk: Uint8Array) => void {
  let pieces: Uint8Array[] = []
  let length = 0

  const keep = (piece: Uint8Array): void => {
    length += piece.length
    if (length > limit) throw new Error(`A message is longer than ${limit} bytes`)
    pieces.push(piece)
  }

  return (chunk) => {
    let start = 0
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, end))
      const line = pieces
      pieces = []
      length = 0
      start = end + 1
      deliver(parseLine(line))
    }
    // A copy, which `slice` of a Buffer is not: the caller may use the chunk's memory again.
    if (start < chunk.length) keep(new Uint8Array(chunk.subarray(start)))
  }
}

function parseLine(pieces: readonly Uint8Array[]): unknown {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const text = pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode()
  return JSON.parse(text) as unknown
}
