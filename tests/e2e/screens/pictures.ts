// npm run pictures: makes the small pictures of the README from those that `npm run screens` has left in out/screens.
import { join, resolve } from 'node:path'
import sharp from 'sharp'

/** Bytes of one: everybody who looks at the project loads them. */
const most = 120_000

/** Names in `docs/pictures`, and the screens that they are made of. */
const shown = { library: 'entry', capture: 'capture-bar' } as const

const root = resolve(import.meta.dirname, '../../..')
for (const [name, screen] of Object.entries(shown)) {
  for (const theme of ['light', 'dark']) {
    const { size } = await sharp(join(root, 'out/screens', `${screen}-${theme}-en.png`))
      .webp({ quality: 82, smartSubsample: true, effort: 6 })
      .toFile(join(root, 'docs/pictures', `${name}-${theme}.webp`))
    console.log(`${name}-${theme}.webp: ${(size / 1000).toFixed(0)} kB`)
    if (size > most) throw new RangeError(`more than ${most / 1000} kB`)
  }
}
