import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUpright } from '../../../../../../main/engine/worker/imaging/plain-png/exif.ts'

/** A directory of entries: tag, type and value. */
function exif(isLittle: boolean, entries: readonly (readonly [number, number, number])[]): Buffer {
  const data = Buffer.alloc(10 + entries.length * 12 + 4)
  const [short, long] = isLittle
    ? [data.writeUInt16LE.bind(data), data.writeUInt32LE.bind(data)]
    : [data.writeUInt16BE.bind(data), data.writeUInt32BE.bind(data)]
  data.write(isLittle ? 'II' : 'MM', 'latin1')
  short(42, 2)
  long(8, 4)
  short(entries.length, 8)
  for (const [index, [tag, type, value]] of entries.entries()) {
    short(tag, 10 + index * 12)
    short(type, 12 + index * 12)
    long(1, 14 + index * 12)
    short(value, 18 + index * 12)
  }
  return data
}

const width = [0x0100, 3, 20] as const

test.each([true, false])('orientation is looked for (little endian: %s)', (isLittle) => {
  expect(isUpright(exif(isLittle, []))).toBe(true)
  expect(isUpright(exif(isLittle, [width]))).toBe(true)
  expect(isUpright(exif(isLittle, [width, [0x0112, 3, 1]]))).toBe(true)
  expect(isUpright(exif(isLittle, [width, [0x0112, 3, 6]]))).toBe(false)
  expect(isUpright(exif(isLittle, [width, [0x0112, 4, 1]]))).toBe(false)
})

test('what is no directory is not sure, whatever it is', () => {
  expect(isUpright(exif(true, [width]).subarray(0, 10))).toBe(false)
  expect(isUpright(Buffer.alloc(0))).toBe(false)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(isUpright(Buffer.concat([exif(true, []).subarray(0, 8), bytes]))).toBeTypeOf('boolean')
    })
  )
})
