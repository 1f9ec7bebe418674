import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'

/** A provider that counts what it is asked. */
export interface CountingServer {
  readonly url: string
  /** How often each job was asked for, by uid. */
  readonly asked: ReadonlyMap<string, number>
  /** Hears of each request when it has arrived whole; answers the function that stops it. */
  readonly onAsked: (listener: () => void) => () => void
  readonly close: () => Promise<void>
}

/** Listens on a free port of the loopback. Answers take `milliseconds` until the first byte and as long again. */
export async function startCountingServer(milliseconds: number): Promise<CountingServer> {
  const asked = new Map<string, number>()
  const listeners = new Set<() => void>()
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let uid = ''
    for await (const chunk of request.setEncoding('utf8')) uid += String(chunk)
    asked.set(uid, (asked.get(uid) ?? 0) + 1)
    for (const listener of listeners) listener()
    await after(milliseconds)
    response.write('The answer to ')
    await after(milliseconds)
    response.end(uid)
  }

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    onAsked: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
