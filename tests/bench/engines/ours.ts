import type { Reader } from './protocol.ts'
import { serve } from './serve.ts'

await serve(async (): Promise<Reader> => {
  throw new Error('not wired yet')
})
