/** Types of the chunks of a PNG, in order. */
export function chunksIn(png: Uint8Array): string[] {
  const file = Buffer.from(png)
  const types: string[] = []
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    types.push(file.toString('latin1', at + 4, at + 8))
  return types
}

/** Markers of the segments of a JPEG up to its first scan, without the start of the image. */
export function markersIn(jpeg: Uint8Array): number[] {
  const file = Buffer.from(jpeg)
  const markers: number[] = []
  for (let at = 2; markers.at(-1) !== 0xda; at += 2 + file.readUInt16BE(at + 2)) markers.push(file.readUInt8(at + 1))
  return markers
}

/** Whether nothing is in the file but what it takes to show it. */
export function isBare(data: Uint8Array): boolean {
  if (data[0] === 0x89) return chunksIn(data).every((type) => /^(IHDR|PLTE|IDAT|IEND|pHYs)$/.test(type))
  return markersIn(data).every((marker) => marker < 0xe1 || marker === 0xda)
}

/** A segment of a JPEG. */
export function segment(marker: number, content: string | Uint8Array): Buffer {
  const body = typeof content === 'string' ? Buffer.from(content, 'latin1') : Buffer.from(content)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** Puts segments behind the start of a JPEG. */
export function withSegments(jpeg: Uint8Array, segments: readonly Uint8Array[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])
}
