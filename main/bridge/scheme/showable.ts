import type { PictureFormat } from '../../engine/protocol/picture.ts'

/** Types of what Chromium decodes. Not GIF and icons: they hold several pictures, and only the first was read. */
export const shownTypes: Partial<Record<PictureFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp'
}

/** Above this a window would need hundreds of megabytes to show one picture. */
export const mostPixels = 50_000_000

/**
 * Whether a page may show a file as it is: one still picture in a format that Chromium decodes. `head` are the first
 * kilobytes of the file.
 */
export function isShowable(format: PictureFormat, head: Buffer): boolean {
  if (shownTypes[format] === undefined) return false
  if (format === 'png') return !head.subarray(0, dataOfPng(head)).includes('acTL', 0, 'latin1')
  // The flags of an extended file; one that is not extended holds one picture.
  if (format === 'webp') return head.toString('latin1', 12, 16) !== 'VP8X' || ((head[20] ?? 0) & 0b10) === 0
  if (format === 'avif') return !head.subarray(8, head.readUInt32BE(0)).includes('avis', 0, 'latin1')
  return true
}

/** Where the pixels of a PNG begin: what makes it move stands before. */
function dataOfPng(head: Buffer): number {
  const start = head.indexOf('IDAT', 0, 'latin1')
  return start === -1 ? head.byteLength : start
}
