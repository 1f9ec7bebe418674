import fc from 'fast-check'
import { describe, test } from 'vitest'
import { defaultPictureLimits, pictureFacts, pictureFormats } from '../../../../../main/engine/protocol/picture.ts'
import { decode } from '../../../../../main/engine/worker/imaging/decode.ts'
import { probe } from '../../../../../main/engine/worker/imaging/probe.ts'
import { Failure } from '../../../../../main/failure.ts'
import { bmp } from '../../../../fixtures/pictures/bmp.ts'
import { encoded } from '../../../../fixtures/pictures/encoded.ts'
import { scene } from '../../../../fixtures/pictures/scene.ts'

const limits = { ...defaultPictureLimits, pixels: 1_000_000, milliseconds: 5000 }
const files: Record<string, Uint8Array> = {
  ...(await encoded()),
  'bmp in runs of 8': bmp(scene(), { bits: 8, runs: 'jump' }),
  'bmp in runs of 4': bmp(scene(), { bits: 4, runs: 'literal' }),
  'bmp with masks': bmp(scene(), { bits: 16, masks: [0xf00, 0xf0, 0xf, 0xf000], header: 56 })
}

/** Whether there come pixels of the promised size, or a `Failure` about the picture: anything else is thrown on. */
async function isSound(bytes: Uint8Array): Promise<boolean> {
  try {
    pictureFacts.parse(await probe(bytes, limits))
    const { data, width, height, facts } = await decode(bytes, limits)
    return data.length === width * height * 3 && facts.width === width && facts.height === height
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return /^picture-|^engine-timeout$/.test(error.code)
  }
}

const names = [...pictureFormats, ...Object.keys(files).filter((name) => name.includes(' '))]

describe('damaged on purpose', () => {
  test.each(names)('%s with bytes overwritten', async (name) => {
    const valid = files[name] ?? new Uint8Array(0)
    const change = fc.record({ at: fc.nat(valid.length - 1), value: fc.integer({ min: 0, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = Buffer.from(valid)
        for (const { at, value } of changes) bytes[at] = value
        return isSound(bytes)
      }),
      { numRuns: 100 }
    )
  })

  test.each(names)('%s cut at any place, with anything behind', async (name) => {
    const valid = files[name] ?? new Uint8Array(0)
    await fc.assert(
      fc.asyncProperty(fc.nat(valid.length), fc.uint8Array({ maxLength: 64 }), async (length, tail) => {
        return isSound(Buffer.concat([valid.subarray(0, length), tail]))
      }),
      { numRuns: 100 }
    )
  })

  test('noise', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), isSound), { numRuns: 300 })
  })
})
