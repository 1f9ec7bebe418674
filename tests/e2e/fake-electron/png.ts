import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Pixels, 8 bits a channel, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly bgra: Buffer
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A PNG of RGBA without filters: quick, and of no remarkable size on screenshots. */
export function encodePng({ width, height, bgra }: Pixels): Buffer {
  const stride = width * 4
  const rows = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < stride; x += 4) {
      const from = y * stride + x
      const to = y * (stride + 1) + 1 + x
      rows[to] = bgra[from + 2] ?? 0
      rows[to + 1] = bgra[from + 1] ?? 0
      rows[to + 2] = bgra[from] ?? 0
      rows[to + 3] = bgra[from + 3] ?? 0
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', new Uint8Array())
  ])
}

/** Channels of a pixel by colour type; PNGs of a palette have one. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Reads PNGs of 8 bits that are not interlaced; undefined for anything else, as Electron makes empty images then. */
export function decodePng(png: Uint8Array): Pixels | undefined {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (!file.subarray(0, 8).equals(signature)) return undefined
  let palette: Uint8Array = new Uint8Array()
  let alphas: Uint8Array = new Uint8Array()
  const data: Buffer[] = []
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const content = file.subarray(at + 8, at + 8 + length)
    if (type === 'PLTE') palette = content
    else if (type === 'tRNS') alphas = content
    else if (type === 'IDAT') data.push(content)
    at += length + 12
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const [depth, colour = 0, , , interlace] = file.subarray(24, 29)
  const size = channels[colour]
  if (depth !== 8 || size === undefined || interlace !== 0) return undefined
  const raw = unfilter(inflateSync(Buffer.concat(data)), width * size, height, size)
  const bgra = Buffer.alloc(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [first = 0, second = 0, third = 0, fourth = 0] = raw.subarray(pixel * size, pixel * size + size)
    const rgba =
      colour === 0
        ? [first, first, first, 255]
        : colour === 2
          ? [first, second, third, 255]
          : colour === 3
            ? [...palette.subarray(first * 3, first * 3 + 3), alphas[first] ?? 255]
            : colour === 4
              ? [first, first, first, second]
              : [first, second, third, fourth]
    bgra.set([rgba[2] ?? 0, rgba[1] ?? 0, rgba[0] ?? 0, rgba[3] ?? 255], pixel * 4)
  }
  return { width, height, bgra }
}

/** Undoes the filters of rows (PNG specification, section 9). */
function unfilter(rows: Buffer, stride: number, height: number, size: number): Buffer {
  const out = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const left = x >= size ? (out[y * stride + x - size] ?? 0) : 0
      const up = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0
      const corner = x >= size && y > 0 ? (out[(y - 1) * stride + x - size] ?? 0) : 0
      out[y * stride + x] = (rows[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter ?? 0, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
      return a <= b && a <= c ? left : b <= c ? up : corner
    }
    default:
      return 0
  }
}
