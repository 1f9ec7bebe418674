import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { loadedBy, viteManifest } from './first-screen.ts'

/** JavaScript of the first screen, gzip; a promise of docs/window.md. */
const budget = 250_000

/** The page, and the room that it shows before anybody has clicked. */
const firstScreen = ['index.html', 'features/library/index.ts']
/** What is loaded when it is needed. */
const onDemand = [
  'features/viewer/index.ts',
  'features/result/index.ts',
  'features/composer/index.ts',
  'features/batch/index.ts',
  'features/settings/SettingsRoom.tsx',
  'features/diagnostics/index.ts',
  'features/welcome/index.ts',
  'features/palette/Palette.tsx',
  'features/palette/Shortcuts.tsx'
]

const folder = resolve(import.meta.dirname, '../../out/renderer')
const path = join(folder, '.vite/manifest.json')
if (!existsSync(path)) {
  console.error('There is no built window: npm run build')
  process.exit(2)
}
const manifest = viteManifest.parse(JSON.parse(readFileSync(path, 'utf8')))
const weigh = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(7)} kB`

const first = loadedBy(manifest, firstScreen)
const weight = weigh(first.scripts)
console.log(`${kilobytes(weight)}  JavaScript of the first screen, gzip (at most ${budget / 1000} kB)`)
console.log(`${kilobytes(weigh(first.styles))}  its styles`)
for (const entry of onDemand.filter((name) => name in manifest)) {
  const { scripts } = loadedBy(manifest, [entry])
  const more = weigh(scripts.filter((file) => !first.scripts.includes(file)))
  console.log(`${kilobytes(more)}  more for ${entry}`)
}
if (weight > budget) {
  console.error('The first screen is too heavy: load later what it does not show.')
  process.exit(1)
}
