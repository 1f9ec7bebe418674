import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startVisionServer, type VisionServer, type VisionServerOptions } from './server.ts'

/** A server for all tests of a file, reset before each. */
export function useVisionServer(options: VisionServerOptions = {}): () => VisionServer {
  let server: VisionServer | undefined
  const running = (): VisionServer => {
    if (server === undefined) throw new Error('the server runs in tests and hooks only')
    return server
  }
  beforeAll(async () => {
    server = await startVisionServer(options)
  })
  beforeEach(() => running().reset())
  afterAll(() => running().close())
  return running
}
