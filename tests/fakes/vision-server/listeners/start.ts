import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Server } from 'node:net'
import type { Desk } from '../handling/desk.ts'
import { createHandler } from '../handling/handle.ts'
import { type CertificateKind, certificateKinds, certificateOf } from './certificates.ts'
import { findClosedPort, type Listener, listen } from './listen.ts'
import { createProxy, type ProxyKind, proxyKinds } from './proxy.ts'
import { createRedirectTarget } from './redirect-target.ts'

/** Ports of all that listens, and one on which nothing does. */
export interface Ports {
  readonly plain: number
  readonly redirectTarget: number
  readonly closed: number
  readonly tls: Readonly<Record<CertificateKind, number>>
  readonly proxy: Readonly<Record<ProxyKind, number>>
}

export interface Listeners {
  readonly ports: Ports
  readonly close: () => Promise<void>
}

/** Starts every listener of the server. `port` is that of plain HTTP, 0 for any. */
export async function startListeners(desk: Desk, port: number): Promise<Listeners> {
  const open: Listener[] = []
  const start = async (server: Server, wanted = 0): Promise<number> => {
    const listener = await listen(server, wanted)
    open.push(listener)
    return listener.port
  }
  const startEach = async <Kind extends string>(
    kinds: readonly Kind[],
    create: (kind: Kind) => Server
  ): Promise<Readonly<Record<Kind, number>>> => {
    const pairs = await Promise.all(kinds.map(async (kind) => [kind, await start(create(kind))] as const))
    return Object.fromEntries(pairs) as Record<Kind, number>
  }
  const ports = {
    plain: await start(createServer(createHandler(desk, 'plain')), port),
    redirectTarget: await start(createServer(createRedirectTarget(desk))),
    tls: await startEach(certificateKinds, (kind) =>
      createSecureServer(certificateOf(kind), createHandler(desk, `tls-${kind}`))
    ),
    proxy: await startEach(proxyKinds, (kind) => createProxy(desk, kind)),
    closed: await findClosedPort()
  }
  return {
    ports,
    close: async () => {
      await Promise.all(open.map(({ close }) => close()))
    }
  }
}
