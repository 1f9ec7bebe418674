import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexColours } from '../../../../../../main/engine/worker/imaging/encode/colours.ts'

/** Runs of a colour, as on a screen: how long, and which of four shades of each channel. */
const runs = fc.array(
  fc.record({ length: fc.integer({ min: 1, max: 30 }), colour: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)) }),
  { minLength: 1, maxLength: 20 }
)

test('numbers and palette give every pixel back, wherever the pixels lie in memory', () => {
  fc.assert(
    fc.property(runs, fc.nat(7), (parts, offset) => {
      const bytes = parts.flatMap(({ length, colour }) => Array.from({ length }, () => colour).flat())
      const data = new Uint8Array(new ArrayBuffer(bytes.length + offset), offset)
      data.set(bytes)
      const found = indexColours({ data, width: bytes.length / 3, height: 1 })
      const shown = [...(found?.indexes ?? [])].flatMap((index) => {
        const colour = found?.palette[index] ?? 0
        return [colour >> 16, (colour >> 8) & 255, colour & 255]
      })
      expect(shown).toEqual(bytes)
      expect(new Set(found?.palette).size).toBe(found?.palette.length)
    })
  )
})
