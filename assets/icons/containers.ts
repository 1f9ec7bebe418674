/** A square PNG and its side in pixels. */
export interface Icon {
  readonly side: number
  readonly png: Uint8Array
}

/** A Windows icon that holds PNGs, as every Windows since Vista reads it. Sides up to 256. */
export function ico(icons: readonly Icon[]): Buffer {
  const head = Buffer.alloc(6 + 16 * icons.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(icons.length, 4)
  let offset = head.length
  for (const [index, { side, png }] of icons.entries()) {
    const at = 6 + 16 * index
    // 256 is written as 0.
    head.writeUInt8(side % 256, at)
    head.writeUInt8(side % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...icons.map(({ png }) => png)])
}

/** Types of an Apple icon by side in pixels: https://en.wikipedia.org/wiki/Apple_Icon_Image_format. */
const icnsTypes: ReadonlyMap<number, string> = new Map([
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10']
])

/** An Apple icon that holds PNGs. Throws for a side that the format has no type for. */
export function icns(icons: readonly Icon[]): Buffer {
  const parts = icons.map(({ side, png }) => {
    const type = icnsTypes.get(side)
    if (type === undefined) throw new RangeError(`an Apple icon has no ${side} pixels`)
    return chunk(type, png)
  })
  return chunk('icns', Buffer.concat(parts))
}

/** Type, length with these eight bytes, content. */
function chunk(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(8 + content.length, 4)
  return Buffer.concat([head, content])
}
