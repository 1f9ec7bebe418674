import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { type Icon, icns, ico } from './containers.ts'
import { appIcon, trayIcon } from './drawings.ts'

/** Renders every icon into this folder. */
const folder = import.meta.dirname
await mkdir(join(folder, 'png'), { recursive: true })

async function drawn(svg: string, side: number): Promise<Icon> {
  // Drawn at the final size: 72 dots an inch make one pixel of a unit.
  const png = await sharp(Buffer.from(svg), { density: (72 * side) / 128 })
    .resize(side, side)
    .png({ compressionLevel: 9 })
    .toBuffer()
  return { side, png }
}

const icons = await Promise.all([16, 24, 32, 48, 64, 128, 256, 512, 1024].map((side) => drawn(appIcon, side)))
for (const { side, png } of icons) await writeFile(join(folder, 'png', `${side}x${side}.png`), png)
await writeFile(join(folder, 'icon.ico'), ico(icons.filter(({ side }) => side <= 256)))
await writeFile(join(folder, 'icon.icns'), icns(icons.filter(({ side }) => side >= 128)))

/** Names with "Template" and "@2x" mean something to Electron and macOS. */
const trays = [
  { name: 'trayTemplate', colour: '#000000', side: 16 },
  { name: 'tray-dark', colour: '#ffffff', side: 22 },
  { name: 'tray-light', colour: '#1f2937', side: 22 }
]
for (const { name, colour, side } of trays) {
  await writeFile(join(folder, `${name}.png`), (await drawn(trayIcon(colour), side)).png)
  await writeFile(join(folder, `${name}@2x.png`), (await drawn(trayIcon(colour), 2 * side)).png)
}
