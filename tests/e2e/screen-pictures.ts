// Pictures that play what is on a screen.
import { join, resolve } from 'node:path'
import type { Page } from 'playwright'
import sharp from 'sharp'

const sample = (name: string): string => resolve(import.meta.dirname, '../../assets/samples', `${name}.png`)

/** A sample on a plain screen. All in pixels but `scale`, by which the sample is enlarged. Answers the path of the picture. */
export async function screenWith(
  folder: string,
  { name, width, height, scale = 1, left = 100, top = 60, background = '#3b5b7a' }: ScreenWish
): Promise<string> {
  const { width: wide } = await sharp(sample(name)).metadata()
  const input = await sharp(sample(name))
    .resize({ width: Math.round(wide * scale) })
    .png()
    .toBuffer()
  const path = join(folder, `${name}-${width}-${height}-${scale}.png`)
  const plain = sharp({ create: { width, height, channels: 3, background } })
  await plain.composite([{ input, left, top }]).png().toFile(path)
  return path
}

export interface ScreenWish {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly scale?: number
  readonly left?: number
  readonly top?: number
  readonly background?: string
}

/** A screen of 1280 by 800 pixels with some windows on it, for looking at. */
export async function deskWithWindows(folder: string): Promise<string> {
  const path = join(folder, 'desk.png')
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="800">
    <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#274b6d"/><stop offset="1" stop-color="#6d8f9c"/></linearGradient></defs>
    <rect width="1280" height="800" fill="url(#g)"/></svg>`
  await sharp(Buffer.from(ground))
    .composite([
      { input: sample('orders'), left: 480, top: 330 },
      { input: sample('chart'), left: 60, top: 90 },
      { input: sample('receipt'), left: 820, top: 60 }
    ])
    .png()
    .toFile(path)
  return path
}

/** Presses, drags and lets go. */
export async function dragOver(
  page: Page,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number]
): Promise<void> {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2)
  await page.mouse.move(...to)
  await page.mouse.up()
}
