import type { IncomingMessage } from 'node:http'

// Twice the strictest documented picture in base64: nobody sends more on purpose.
const most = 64 * 1024 * 1024

/** The whole body; undefined when the client left before its end or sent more than 64 MiB. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = []
  let length = 0
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      length += piece.length
      if (length > most) return undefined
      pieces.push(piece)
    }
  } catch {
    // The client broke off; its leaving is in the journal.
    return undefined
  }
  return request.complete ? Buffer.concat(pieces) : undefined
}
