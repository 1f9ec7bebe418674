import { readFile } from 'node:fs/promises'
import { createEngine } from '../../../main/engine/client.ts'
import { boundsOf } from '../../../main/engine/protocol/geometry.ts'
import type { PackLocation } from '../../../main/engine/protocol/pack.ts'
import { installation } from '../../../main/installation.ts'
import { layOut } from '../../../main/layout/layout.ts'
import { kindOf, readCatalogue } from '../../../main/packs/catalogue.ts'
import type { Segment } from '../score.ts'
import { serve } from './serve.ts'

async function embeddedPack(): Promise<PackLocation> {
  const manifest = (await readCatalogue()).find((one) => kindOf(one) === 'embedded')
  if (!manifest) throw new Error('No pack comes with this checkout')
  return { manifest, folder: installation().embeddedPack() }
}

await serve(async () => {
  const cache = process.env['BENCH_CACHE']
  // It is never idle for long enough to be unloaded, however slow the others are.
  const engine = createEngine({ idleMilliseconds: 0, ...(cache ? { cache } : {}) })
  const pack = await embeddedPack()
  return async ({ file }) => {
    const reading = await engine.read(await readFile(file), { pack })
    const { model, total } = reading.milliseconds
    const segments = reading.lines.map(({ text, quad }): Segment => {
      const { x0, y0, x1, y1 } = boundsOf(quad)
      return { text, box: [x0, y0, x1, y1] }
    })
    // Lines, not paragraphs: the truth keeps the hyphens at the ends of lines.
    return { text: layOut(reading, 'lines'), segments, model, total }
  }
})
