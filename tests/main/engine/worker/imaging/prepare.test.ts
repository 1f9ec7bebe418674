import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { defaultPictureLimits, pictureFormats } from '../../../../../main/engine/protocol/picture.ts'
import { decode } from '../../../../../main/engine/worker/imaging/decode.ts'
import { prepareImaging } from '../../../../../main/engine/worker/imaging/prepare.ts'
import { encoded } from '../../../../fixtures/pictures/encoded.ts'

describe('the decoders of the process', () => {
  beforeAll(() => prepareImaging({ threads: 2 }))

  test('are open for every format', async () => {
    const files = await encoded()
    for (const format of pictureFormats) {
      expect(await decode(files[format], defaultPictureLimits)).toMatchObject({ width: 13, height: 9 })
    }
  })

  test.each([
    ['SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['PPM', async () => Buffer.from('P6 1 1 255 abc')]
  ])('are closed for %s', async (_, file) => {
    await expect(sharp(await file()).metadata()).rejects.toThrow('unsupported image format')
  })

  test('keep nothing in a cache', () => {
    expect(sharp.cache()).toMatchObject({ memory: { max: 0 }, files: { max: 0 }, items: { max: 0 } })
    expect(sharp.concurrency()).toBe(2)
  })
})
