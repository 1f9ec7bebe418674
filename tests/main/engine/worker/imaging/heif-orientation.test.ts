import { describe, expect, test } from 'vitest'
import { heifOrientation } from '../../../../../main/engine/worker/imaging/heif-orientation.ts'

function box(type: string, ...content: (number | Uint8Array)[]): Buffer {
  const inside = Buffer.concat(content.map((part) => (typeof part === 'number' ? Buffer.from([part]) : part)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inside.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, inside])
}

const full = [0, 0, 0, 0]
const irot = (quarters: number): Buffer => box('irot', quarters)
const imir = (axis: number): Buffer => box('imir', axis)

/** A file whose second item is the main one and has all properties; the first item has the first only. */
function file(...properties: Buffer[]): Buffer {
  const indexes = properties.map((_, index) => 0x80 | (index + 1))
  const associations = box('ipma', ...full, 0, 0, 0, 2, 0, 1, 1, 1, 0, 2, properties.length, ...indexes)
  const meta = box('meta', ...full, box('pitm', ...full, 0, 2), box('iprp', box('ipco', ...properties), associations))
  return Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0avif')), meta, box('mdat', 1, 2, 3)])
}

describe('the turn in an AVIF container', () => {
  // Turned anticlockwise first, mirrored then: top left stays where it is in 5. The numbers of EXIF 2.32: 2 and 4 mirror, 3, 6 and 8 turn, 5 and 7 do both.
  test.each<[number, Buffer[]]>([
    [1, [irot(0)]],
    [8, [irot(1)]],
    [3, [irot(2)]],
    [6, [irot(3)]],
    [4, [imir(0)]],
    [2, [imir(1)]],
    [5, [irot(1), imir(0)]],
    [7, [irot(1), imir(1)]],
    [2, [irot(2), imir(0)]],
    [7, [irot(3), imir(0)]],
    [3, [imir(0), imir(1)]],
    [8, [box('ispe', ...full, 0, 0, 0, 9, 0, 0, 0, 9), irot(1)]]
  ])('is orientation %i', (orientation, properties) => {
    expect(heifOrientation(file(...properties))).toBe(orientation)
  })

  test('is 1 when nothing is said, or nothing can be understood', () => {
    expect(heifOrientation(file())).toBe(1)
    const whole = file(irot(1))
    for (let length = 0; length < whole.length - 11; length += 1) {
      expect([1, 8]).toContain(heifOrientation(whole.subarray(0, length)))
    }
  })
})
