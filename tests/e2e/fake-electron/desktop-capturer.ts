import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type Electron from 'electron'
import { NativeImage, scaled } from './native-image.ts'
import type { Pixels } from './png.ts'
import type { StagedDisplay } from './protocol.ts'
import { stage, staging } from './runtime.ts'
import { stagedDisplays } from './screen.ts'
import { parseXwd } from './xwd.ts'

/** In pixels, as the display is looked at. */
function sizeOf({ bounds, scaleFactor = 1 }: StagedDisplay): Electron.Size {
  return { width: Math.round(bounds.width * scaleFactor), height: Math.round(bounds.height * scaleFactor) }
}

async function xRoot(display: string): Promise<Pixels> {
  const { stdout } = await promisify(execFile)('xwd', ['-root', '-silent', '-display', display], {
    encoding: 'buffer',
    maxBuffer: 1 << 30
  })
  return parseXwd(stdout)
}

/** What is on a display now, in its pixels. */
async function shot(display: StagedDisplay): Promise<NativeImage> {
  const size = sizeOf(display)
  const black = { ...size, bgra: Buffer.alloc(size.width * size.height * 4) }
  if (display.fault === 'black') return new NativeImage(black)
  if (display.picture !== undefined) return new NativeImage(await stage.decode(display.picture))
  if (staging.x === undefined) return new NativeImage(black)
  const { x, y } = display.onX ?? { x: 0, y: 0 }
  return new NativeImage(await xRoot(staging.x)).crop({ x, y, ...size })
}

/** Fits a picture into the wanted size, as Electron does with thumbnails. */
function thumbnail(image: NativeImage, wanted: Electron.Size): NativeImage {
  const { width, height } = image.getSize()
  const factor = Math.min(wanted.width / width, wanted.height / height)
  if (width === 0 || wanted.width === 0 || wanted.height === 0) return new NativeImage()
  const pixels = { width, height, bgra: image.toBitmap() }
  return new NativeImage(
    scaled(pixels, Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor)))
  )
}

/** Sources of displays; windows are not played. */
export const desktopCapturer = {
  async getSources({ types, thumbnailSize = { width: 150, height: 150 } }: Electron.SourcesOptions) {
    if (!types.includes('screen')) return []
    const seen = stagedDisplays().filter(({ fault }) => fault !== 'absent')
    return Promise.all(
      seen.map(async (display, index) => ({
        id: `screen:${index}:0`,
        display_id: String(display.id),
        name: seen.length === 1 ? 'Entire screen' : `Screen ${index + 1}`,
        appIcon: new NativeImage(),
        thumbnail: thumbnail(await shot(display), thumbnailSize)
      }))
    )
  }
} satisfies {
  getSources(options: Electron.SourcesOptions): Promise<Omit<Electron.DesktopCapturerSource, 'appIcon' | 'thumbnail'>[]>
}
