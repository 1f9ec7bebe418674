import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'

/** A server at work on the loopback. */
export interface Listener {
  readonly port: number
  /** Breaks open connections off. */
  readonly close: () => Promise<void>
}

/** Port 0: any that is free. */
export async function listen(
  server: Pick<Server, 'listen' | 'once' | 'address' | 'close'> & Partial<Server>,
  port = 0
): Promise<Listener> {
  const ready = once(server as Server, 'listening')
  server.listen(port, '127.0.0.1')
  await ready
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections?.()
      })
  }
}

/** A port on which nothing listens: it was free a moment ago. */
export async function findClosedPort(): Promise<number> {
  const server = createServer()
  const ready = once(server, 'listening')
  server.listen(0, '127.0.0.1')
  await ready
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
