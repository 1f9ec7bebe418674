/** Channels of a JPEG, from the first of its frame headers (ITU T.81, B.2.2); undefined when there is none. */
export function channelsOf(jpeg: Uint8Array): number | undefined {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  let at = 2
  while (at + 10 <= jpeg.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return view.getUint8(at + 9)
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** SOF0 to SOF15; three of these numbers mean tables and an extension. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}
