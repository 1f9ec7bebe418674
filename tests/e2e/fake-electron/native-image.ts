import { readFileSync } from 'node:fs'
import type Electron from 'electron'
import { decodePng, encodePng, type Pixels } from './png.ts'

const nothing: Pixels = { width: 0, height: 0, bgra: Buffer.alloc(0) }

/** Pixels in memory at one scale. What is not a PNG of 8 bits becomes an empty image, as any unknown format in Electron. */
export class NativeImage
  implements
    Pick<
      Electron.NativeImage,
      | 'getSize'
      | 'isEmpty'
      | 'toPNG'
      | 'toBitmap'
      | 'toDataURL'
      | 'getAspectRatio'
      | 'isTemplateImage'
      | 'setTemplateImage'
      | 'getScaleFactors'
      | 'isMacTemplateImage'
      | 'addRepresentation'
    >
{
  readonly #pixels: Pixels
  isMacTemplateImage = false

  constructor(pixels: Pixels = nothing) {
    this.#pixels = pixels
  }
  static fromPng(png: Uint8Array): NativeImage {
    return new NativeImage(decodePng(png) ?? nothing)
  }

  getSize(): Electron.Size {
    const { width, height } = this.#pixels
    return { width, height }
  }
  getAspectRatio(): number {
    return this.#pixels.width / this.#pixels.height
  }
  getScaleFactors(): number[] {
    return [1]
  }
  isEmpty(): boolean {
    return this.#pixels.width === 0
  }
  isTemplateImage(): boolean {
    return this.isMacTemplateImage
  }
  setTemplateImage(option: boolean): void {
    this.isMacTemplateImage = option
  }
  addRepresentation(): void {}
  toPNG(): Buffer {
    return this.isEmpty() ? Buffer.alloc(0) : encodePng(this.#pixels)
  }
  /** BGRA, as on all systems that Electron runs on. */
  toBitmap(): Buffer {
    return Buffer.from(this.#pixels.bgra)
  }
  toDataURL(): string {
    return `data:image/png;base64,${this.toPNG().toString('base64')}`
  }
  /** What lies outside of the image is left out. */
  crop({ x, y, width, height }: Electron.Rectangle): NativeImage {
    const { width: whole, height: tall, bgra } = this.#pixels
    const [left, top] = [Math.max(0, x), Math.max(0, y)]
    const size = { width: Math.min(whole, x + width) - left, height: Math.min(tall, y + height) - top }
    if (size.width <= 0 || size.height <= 0) return new NativeImage()
    const rows = Array.from({ length: size.height }, (_, row) => {
      const from = ((top + row) * whole + left) * 4
      return bgra.subarray(from, from + size.width * 4)
    })
    return new NativeImage({ ...size, bgra: Buffer.concat(rows) })
  }
  /** The mean of the pixels under each new one. */
  resize({ width, height }: Electron.ResizeOptions): NativeImage {
    const ratio = this.getAspectRatio()
    const wide = Math.max(1, Math.round(width ?? (height ?? this.#pixels.height) * ratio))
    const tall = Math.max(1, Math.round(height ?? wide / ratio))
    return new NativeImage(scaled(this.#pixels, wide, tall))
  }
}

/** Scales by averaging; enlarges by repeating. */
export function scaled({ width, height, bgra }: Pixels, wide: number, tall: number): Pixels {
  if (wide === width && tall === height) return { width, height, bgra }
  const out = Buffer.alloc(wide * tall * 4)
  for (let y = 0; y < tall; y++) {
    const [top, bottom] = span(y, tall, height)
    for (let x = 0; x < wide; x++) {
      const [left, right] = span(x, wide, width)
      const sums = [0, 0, 0, 0]
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) {
          const at = (row * width + column) * 4
          for (let channel = 0; channel < 4; channel++) sums[channel] = (sums[channel] ?? 0) + (bgra[at + channel] ?? 0)
        }
      }
      const count = (bottom - top) * (right - left)
      out.set(
        sums.map((sum) => Math.round(sum / count)),
        (y * wide + x) * 4
      )
    }
  }
  return { width: wide, height: tall, bgra: out }
}

function span(index: number, count: number, length: number): readonly [number, number] {
  const from = Math.floor((index * length) / count)
  return [from, Math.max(from + 1, Math.floor(((index + 1) * length) / count))]
}

export const nativeImage = {
  createEmpty: (): NativeImage => new NativeImage(),
  createFromBitmap: (bgra: Buffer, { width, height }: Electron.CreateFromBitmapOptions): NativeImage =>
    new NativeImage({ width, height, bgra: Buffer.from(bgra) }),
  createFromBuffer: (file: Buffer, size?: Electron.CreateFromBufferOptions): NativeImage => {
    const { width = 0, height = 0 } = size ?? {}
    const isRaw = width > 0 && file.length === width * height * 4
    return isRaw ? new NativeImage({ width, height, bgra: file }) : NativeImage.fromPng(file)
  },
  createFromDataURL: (url: string): NativeImage =>
    NativeImage.fromPng(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
  createFromPath: (path: string): NativeImage => {
    try {
      return NativeImage.fromPng(readFileSync(path))
    } catch {
      // Electron makes an empty image of a missing file, too.
      return new NativeImage()
    }
  }
} satisfies Partial<Record<keyof typeof Electron.nativeImage, unknown>>
