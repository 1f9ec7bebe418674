import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createUnframer, frame } from '../../../../main/engine/protocol/frames.ts'

/** Feeds the bytes in chunks of the given sizes, over and over. */
function unframeInChunks(bytes: Uint8Array, sizes: readonly number[], limit?: number): unknown[] {
  const messages: unknown[] = []
  const unframe = createUnframer((message) => messages.push(message), limit)
  for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    unframe(bytes.subarray(start, start + size))
    start += size
  }
  return messages
}

describe('frames', () => {
  it('give back the same messages however they are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 3 })),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
        (messages, sizes) => {
          const bytes = Buffer.from(messages.map(frame).join(''))
          // Through JSON once more: it does not know -0.
          expect(unframeInChunks(bytes, sizes)).toEqual(JSON.parse(JSON.stringify(messages)))
        }
      )
    )
  })

  it('keep nothing of a chunk whose memory is used again', () => {
    const messages: unknown[] = []
    const unframe = createUnframer((message) => messages.push(message))
    const memory = Buffer.from('"ab')
    unframe(memory)
    memory.fill(0x7a)
    unframe(Buffer.from('c"\n'))
    expect(messages).toEqual(['abc'])
  })

  it.each([
    ['no JSON', '{\n', /JSON/],
    ['an empty line', '\n', /JSON/],
    ['broken UTF-8', Buffer.from([0x22, 0xc3, 0x22, 0x0a]), /encoded data/],
    ['a long line', `"${'x'.repeat(100)}"\n`, /longer than 100/],
    ['a long line without an end', 'x'.repeat(101), /longer than 100/]
  ])('throw at %s, after what came before', (_, bad, reason) => {
    const messages: unknown[] = []
    const unframe = createUnframer((message) => messages.push(message), 100)
    expect(() => unframe(Buffer.concat([Buffer.from('1\n2\n'), Buffer.from(bad)]))).toThrow(reason)
    expect(messages).toEqual([1, 2])
  })

  it('take a message of just the limit', () => {
    expect(unframeInChunks(Buffer.from(`"${'x'.repeat(98)}"\n`), [7], 100)).toEqual(['x'.repeat(98)])
  })
})
