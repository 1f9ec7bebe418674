import { startEngine } from '../../../main/engine/worker/start.ts'
import { createHostileService } from './service.ts'

await startEngine(async () => createHostileService())
