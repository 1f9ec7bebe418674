// Started with the packaged Node: reads a sample by the packaged engine, as the app would.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../../main/engine/client.ts'
import { installation } from '../../main/installation.ts'
import { layOut } from '../../main/layout/layout.ts'
import { readCatalogue } from '../../main/packs/catalogue.ts'

const [engineFolder = '', appFolder = ''] = process.argv.slice(2)
const places = installation({
  folder: join(appFolder, 'out/main'),
  isSource: false,
  resources: join(engineFolder, '..'),
  platform: process.platform,
  node: undefined
})
const engine = createEngine(places.engine)
try {
  const manifest = (await readCatalogue(join(places.assets, 'packs'))).find(({ id }) => id === 'ppocr-v4-mobile')
  if (manifest === undefined) throw new Error('the embedded pack has no manifest in the archive')
  const picture = readFileSync(join(places.assets, 'samples/receipt.png'))
  const reading = await engine.read(picture, { pack: { manifest, folder: places.embeddedPack() } })
  process.stdout.write(layOut(reading, 'paragraphs'))
} finally {
  await engine.close()
}
