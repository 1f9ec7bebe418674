import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onWhite } from '../../../../../main/engine/worker/imaging/on-white.ts'

const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255))
/** Runs of opaque pixels, and others between them. */
const pixels = fc
  .array(
    fc.tuple(colour, fc.oneof({ weight: 3, arbitrary: fc.constant(255) }, fc.nat(255)), fc.integer({ min: 1, max: 9 }))
  )
  .map((runs) => runs.flatMap(([rgb, alpha, length]) => Array.from({ length }, () => [...rgb, alpha])))

function laidOnWhite([red = 0, green = 0, blue = 0, alpha = 0]: number[]): number[] {
  return [red, green, blue].map((channel) => Math.round((channel * alpha + 255 * (255 - alpha)) / 255))
}

test.each([0, 1])('every pixel is laid on white, in bytes that begin at %i', (offset) => {
  fc.assert(
    fc.property(pixels, (given) => {
      const data = new Uint8Array(new ArrayBuffer(offset + given.length * 4), offset)
      data.set(given.flat())
      expect([...onWhite(data)]).toEqual(given.flatMap(laidOnWhite))
    })
  )
})
