import { registerHooks } from 'node:module'

const networkModule =
  /^(?:node:)?(?:net|tls|https?|http2|quic|dgram|dns|dns\/promises|cluster|inspector(?:\/promises)?|_(?:http|tls)_\w+)$/

function refuse(): never {
  throw new Error('The engine has no network')
}

/**
 * Takes the network away from everything that is loaded later. Node 24's permission model does not cover it
 * (`--allow-net` came with Node 25), so modules are refused by name, and connecting and listening at the one place
 * through which `fetch`, WebSocket and TLS pass too. Native code is not held by this: it has no business with sockets,
 * and the operating system is where it would have to be stopped.
 */
export function denyNetwork(): void {
  const { Server, Socket } = process.getBuiltinModule('node:net')
  const { Socket: DatagramSocket } = process.getBuiltinModule('node:dgram')
  const closed = { value: refuse, writable: false, configurable: false }
  Object.defineProperty(Socket.prototype, 'connect', closed)
  Object.defineProperty(Server.prototype, 'listen', closed)
  for (const method of ['bind', 'connect', 'send']) Object.defineProperty(DatagramSocket.prototype, method, closed)

  registerHooks({
    resolve: (specifier, context, next) => {
      if (networkModule.test(specifier)) refuse()
      return next(specifier, context)
    }
  })
  const builtin = process.getBuiltinModule.bind(process)
  Object.defineProperty(process, 'getBuiltinModule', {
    value: (id: string) => (networkModule.test(id) ? refuse() : builtin(id)),
    writable: false,
    configurable: false
  })
}
