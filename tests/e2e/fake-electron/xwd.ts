import type { Pixels } from './png.ts'

/** Reads a picture in the format of `xwd` (version 7, ZPixmap, 32 bits a pixel, least significant byte first: what Xvfb has). */
export function parseXwd(file: Buffer): Pixels {
  const word = (index: number): number => file.readUInt32BE(index * 4)
  const [headerSize, version, format] = [word(0), word(1), word(2)]
  const [width, height, byteOrder] = [word(4), word(5), word(7)]
  const [bitsPerPixel, bytesPerLine, colours] = [word(11), word(12), word(19)]
  if (version !== 7 || format !== 2 || bitsPerPixel !== 32 || byteOrder !== 0) {
    throw new Error('A display of 24 bits is needed, such as Xvfb with -screen 0 1280x800x24')
  }
  const begin = headerSize + colours * 12
  const bgra = Buffer.alloc(width * height * 4)
  for (let y = 0; y < height; y++) {
    file.copy(bgra, y * width * 4, begin + y * bytesPerLine, begin + y * bytesPerLine + width * 4)
  }
  // The fourth byte is padding there.
  for (let at = 3; at < bgra.length; at += 4) bgra[at] = 255
  return { width, height, bgra }
}
