// Fetches a made-up pack in a process of its own, which the tests kill. Arguments: data folder, origins of mirrors.
import { createPacks } from '../../../main/packs/packs.ts'
import { openPreferences } from '../../../main/settings/preferences.ts'
import { madeUpManifest } from './made-up.ts'

const [data = '', ...origins] = process.argv.slice(2)
const packs = createPacks({
  folders: { data, cache: data },
  preferences: openPreferences(data),
  manifests: [madeUpManifest('more', origins)]
})
await packs.fetch('more', { onProgress: ({ done }) => process.stdout.write(`${done}\n`) })
