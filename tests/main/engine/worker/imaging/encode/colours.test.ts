import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasAtMost, indexColours } from '../../../../../../main/engine/worker/imaging/encode/colours.ts'

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

/** A picture of so many colours, each five pixels wide. */
function striped(colours: number) {
  const stripes = Array.from({ length: colours }, (_, colour) => [colour >> 8, colour & 255, 7])
  const data = Uint8Array.from(stripes.flatMap((stripe) => Array.from({ length: 5 }, () => stripe).flat()))
  return { data, width: colours * 5, height: 1 }
}

test.each([2, 256, 257, 512])('%i colours are counted', (colours) => {
  const picture = striped(colours)
  expect(hasAtMost(colours, picture)).toBe(true)
  expect(hasAtMost(colours - 1, picture)).toBe(false)
  expect(indexColours(picture)?.palette.length).toBe(colours > 256 ? undefined : colours)
})
