import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setImmediate, setTimeout } from 'node:timers/promises'

/** Thrown into a scenario when the client has left: there is nothing more to play. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone'
}

/** Headers of an answer. */
export type Headers = Readonly<Record<string, string>>

/** One answer on its way out, in the terms of a scenario. Everything rejects with `ClientGone` once the client left. */
export interface Wire {
  /** Sends status and headers at once, before any byte of the body. */
  readonly open: (status: number, headers: Headers) => Promise<void>
  /** Resolves when the bytes were handed to the system, as a segment of their own. */
  readonly write: (bytes: string | Uint8Array) => Promise<void>
  /** A proper end of the body. */
  readonly end: () => Promise<void>
  /** A whole answer with its length. */
  readonly whole: (status: number, headers: Headers, body: string) => Promise<void>
  /** RST: the connection breaks. */
  readonly reset: () => void
  readonly pause: (milliseconds: number) => Promise<void>
  /** Waits for the client to leave, for ever if it must; rejects with `ClientGone`. */
  readonly silence: () => Promise<never>
}

/** Moments of an answer that are worth writing down. */
export type Moment = 'headersSent' | 'firstByte' | 'finished' | 'clientClosed'

export function createWire(response: ServerResponse, mark: (moment: Moment) => void): Wire {
  const gone = new AbortController()
  let ended = false
  response.once('finish', () => mark('finished'))
  response.once('close', () => {
    gone.abort()
    if (!response.writableFinished && !ended) mark('clientClosed')
  })
  const check = (): void => {
    if (gone.signal.aborted || response.destroyed) throw new ClientGone()
  }
  const head = (status: number, headers: Headers): void => {
    check()
    response.writeHead(status, headers)
    mark('headersSent')
  }
  return {
    open: async (status, headers) => {
      response.socket?.setNoDelay(true)
      head(status, headers)
      response.flushHeaders()
      await setImmediate()
    },
    write: async (bytes) => {
      check()
      mark('firstByte')
      if (!response.write(bytes)) await once(response, 'drain', { signal: gone.signal }).catch(check)
      // The next write waits for the loop's next turn, so that it makes a segment of its own.
      await setImmediate()
    },
    end: async () => {
      check()
      response.end()
    },
    whole: async (status, headers, body) => {
      head(status, { ...headers, 'content-length': `${Buffer.byteLength(body)}` })
      if (body !== '') mark('firstByte')
      response.end(body)
    },
    reset: () => {
      ended = true
      mark('finished')
      response.socket?.resetAndDestroy()
    },
    pause: async (milliseconds) => {
      await setTimeout(milliseconds, undefined, { signal: gone.signal }).catch(check)
    },
    silence: () =>
      new Promise((_, reject) => {
        const leave = (): void => reject(new ClientGone())
        if (gone.signal.aborted) leave()
        else gone.signal.addEventListener('abort', leave, { once: true })
      })
  }
}
