import { startDesktop } from './desktop/start.ts'

await startDesktop()
