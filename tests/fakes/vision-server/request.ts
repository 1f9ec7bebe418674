import { crc32, deflateSync } from 'node:zlib'

/** A picture of one colour as PNG: small, and right in everything. Sides in pixels. */
export function plainPng(width = 64, height = 32, colour: readonly [number, number, number] = [160, 80, 40]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits, RGB.
  header.set([8, 2], 8)
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from(colour))])
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  return pngOf([
    ['IHDR', header],
    ['IDAT', deflateSync(rows)],
    ['IEND', Buffer.alloc(0)]
  ])
}

/** A PNG of these chunks, with their checksums. */
export function pngOf(chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, ...chunks.map(([type, data]) => writeChunk(type, data))])
}

function writeChunk(type: string, data: Buffer): Buffer {
  const checked = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(checked), 4)
  return Buffer.concat([frame.subarray(0, 4), checked, frame.subarray(4)])
}

/** A request's body that passes all checks; `change` lays other properties over it. */
export function chatBody(prompt = 'Describe this picture.', change: object = {}, picture = plainPng()): object {
  const url = `data:image/png;base64,${picture.toString('base64')}`
  const content = [
    { type: 'image_url', image_url: { url } },
    { type: 'text', text: prompt }
  ]
  return {
    model: 'Qwen/Qwen3-VL-8B-Instruct',
    messages: [{ role: 'user', content }],
    temperature: 0.7,
    top_p: 0.8,
    max_tokens: 2048,
    stream: true,
    stream_options: { include_usage: true },
    ...change
  }
}
