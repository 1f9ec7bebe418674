import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

/** A server at work on the loopback. */
export interface Listener {
  readonly port: number
  /** Breaks open connections off, tunnels too. */
  readonly close: () => Promise<void>
}

/** Port 0: any that is free. */
export async function listen(server: Server, port = 0): Promise<Listener> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const ready = once(server, 'listening')
  server.listen(port, '127.0.0.1')
  await ready
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    }
  }
}

/** A port on which nothing listens: it was free a moment ago. */
export async function findClosedPort(): Promise<number> {
  const { port, close } = await listen(createServer())
  await close()
  return port
}
