import type { Engine } from '../../engine/client.ts'
import type { Packs } from '../../packs/packs.ts'
import type { Check } from './check.ts'

/** Whether the engine process starts and can load the pack that reads. */
export function engineCheck(engine: Engine, packs: Packs, signal: AbortSignal): Check {
  return {
    name: 'Engine',
    async look() {
      const start = performance.now()
      const { classes } = await engine.loadPack(await packs.active(), { signal })
      const milliseconds = Math.round(performance.now() - start)
      const { node, rss } = engine.status()
      const memory = rss === undefined ? '' : `, ${Math.round(rss / 1024 / 1024)} MB`
      return { detail: `Node ${node} knows ${classes} characters after ${milliseconds} ms${memory}`, milliseconds }
    }
  }
}
