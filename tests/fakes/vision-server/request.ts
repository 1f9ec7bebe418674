import { crc32, deflateSync } from 'node:zlib'

type PngChunk = readonly [type: string, data: Buffer]

/** A brown picture as PNG, right in everything but for the chunks that are added. Sides in pixels. */
export function plainPng(width = 64, height = 32, additions: readonly PngChunk[] = []): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits, RGB.
  header.set([8, 2], 8)
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => brown)])
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  return pngOf([['IHDR', header], ...additions, ['IDAT', deflateSync(rows)], ['IEND', Buffer.alloc(0)]])
}

const brown = Buffer.from([160, 80, 40])

/** A PNG of these chunks, with their checksums. */
function pngOf(chunks: readonly PngChunk[]): Buffer {
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

export function dataUri(bytes: Buffer, type: 'png' | 'jpeg' = 'png'): string {
  return `data:image/${type};base64,${bytes.toString('base64')}`
}

export const textPart = { type: 'text', text: 'Describe this picture.' } as const

export function picturePart(url: string): object {
  return { type: 'image_url', image_url: { url } }
}

/** A request's body that passes all checks; `change` lays other properties over it. */
export function chatBody(prompt: string = textPart.text, change: object = {}, picture = plainPng()): object {
  const content = [picturePart(dataUri(picture)), { type: 'text', text: prompt }]
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

/** The same with one message of these parts. */
export function partsBody(...content: unknown[]): object {
  return chatBody('', { messages: [{ role: 'user', content }] })
}
