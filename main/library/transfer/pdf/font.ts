/**
 * A TrueType font with one glyph that draws nothing. The text layer of a page is not seen; it is there to be found, marked
 * and copied. A PDF needs a font for that all the same, and a reader trusts one best that it finds inside the file. The idea
 * is that of Tesseract's "glyphless" font (tesseract-ocr/tesseract, doc/pdf.md).
 */
export function blankFont(): Buffer {
  const tables = [
    ['OS/2', osTable()],
    ['cmap', words(0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, 0xffff, 0, 0xffff, 1, 0)],
    ['glyf', words(0, 0)],
    ['head', headTable()],
    ['hhea', words(1, 0, unitsPerEm, 0, 0, advance, 0, 0, advance, 1, 0, 0, 0, 0, 0, 0, 0, 1)],
    ['hmtx', words(advance, 0)],
    ['loca', words(0, 0)],
    ['maxp', words(1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['name', words(0, 0, 6)],
    ['post', words(3, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]
  ] as const
  const head = words(1, 0, tables.length, 128, 3, tables.length * 16 - 128)
  const directory: Buffer[] = []
  let offset = head.length + tables.length * 16
  for (const [tag, table] of tables) {
    directory.push(Buffer.concat([Buffer.from(tag, 'latin1'), longs(checksum(table), offset, table.length)]))
    offset += padded(table).length
  }
  return Buffer.concat([head, ...directory, ...tables.map(([, table]) => padded(table))])
}

/** Font units of the em, and of the advance of every character: half an em. */
const unitsPerEm = 1000
export const advance = 500

function headTable(): Buffer {
  // Version, revision, adjustment, magic, flags, units, created, modified, box, style, smallest size, direction, formats.
  return words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, unitsPerEm, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0)
}

function osTable(): Buffer {
  // Version 0: 78 bytes, of which a reader of PDFs needs none.
  return words(0, advance, 400, 5, ...Array.from({ length: 35 }, () => 0))
}

function words(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) buffer.writeUInt16BE(value, index * 2)
  return buffer
}

function longs(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value >>> 0, index * 4)
  return buffer
}

function padded(table: Buffer): Buffer {
  return Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
}

function checksum(table: Buffer): number {
  const whole = padded(table)
  let sum = 0
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0
  return sum
}
