import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countColours,
  indexColours,
  indexGreys,
  indexWords
} from '../../../../../../main/engine/worker/imaging/encode/colours.ts'

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
  expect(countColours(colours, picture)).toBe(colours)
  expect(countColours(colours - 1, picture)).toBeUndefined()
  expect(indexColours(picture)?.palette.length).toBe(colours > 256 ? undefined : colours)
})

describe('words and greys', () => {
  const greys = Uint8Array.from({ length: 35 }, (_, at) => (at * at) % 9)
  const size = { width: 7, height: 5 }

  test('are indexed as colours are', () => {
    const words = Int32Array.from(greys, (grey) => (grey * 0x01_02_01) | (255 << 24))
    const data = Uint8Array.from([...greys].flatMap((grey) => [grey, grey * 2, grey]))
    expect(indexWords(words, size)).toEqual(indexColours({ data, ...size }))
    const grey = Uint8Array.from([...greys].flatMap((value) => [value, value, value]))
    expect(indexGreys(greys.slice(), size)).toEqual(indexColours({ data: grey, ...size }))
  })

  test('are laid on white, and no more than 256 of them', () => {
    expect(indexWords(Int32Array.of(0, 0x80 << 24), { width: 2, height: 1 })?.palette).toEqual([0xff_ff_ff, 0x7f_7f_7f])
    const many = Int32Array.from({ length: 257 }, (_, at) => at | (255 << 24))
    expect(indexWords(many, { width: 257, height: 1 })).toBeUndefined()
  })
})
