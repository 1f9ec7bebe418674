import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createShownPictures } from '../../../../main/bridge/scheme/pictures.ts'
import { mostPixels } from '../../../../main/bridge/scheme/showable.ts'
import { createEngine, type Engine } from '../../../../main/engine/client.ts'
import type { PictureFormat } from '../../../../main/engine/protocol/picture.ts'
import { encoded } from '../../../fixtures/pictures/encoded.ts'

let folder: string
let engine: Engine
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glyphlens-shown-'))
  engine = createEngine()
})
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

/** One picture in a library, and how often the engine was asked to make another of it. */
function shown(format: PictureFormat, bytes: Uint8Array, size: { width: number; height: number }) {
  const path = join(folder, `${format}-${crypto.randomUUID()}`)
  writeFileSync(path, bytes)
  let made = 0
  const pictures = createShownPictures({
    pictures: () => ({
      bytes: async () => Buffer.from(bytes),
      path: () => path,
      facts: (id) => ({ id, format, bytes: bytes.byteLength, ...size }),
      thumbnail: async () => path
    }),
    engine: {
      probe: engine.probe,
      encode: (...args) => {
        made += 1
        return engine.encode(...args)
      }
    }
  })
  return { pictures, path, made: () => made }
}

const size = { width: 64, height: 64 }

/** Two pictures, one after the other. */
async function moving(format: 'gif' | 'webp'): Promise<Uint8Array> {
  const frames = await Promise.all(
    ['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width: 64, height: 64, channels: 3, background } })
        .png()
        .toBuffer()
    )
  )
  return await sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer()
}

describe('pictures as a page can show them', () => {
  test.each(['png', 'jpeg', 'webp', 'avif', 'bmp'] as const)('%s is shown as it is', async (format) => {
    const { pictures, path, made } = shown(format, (await encoded())[format], size)
    expect(await pictures.image('x')).toEqual({ type: `image/${format}`, path })
    expect(made()).toBe(0)
  })

  test.each(['gif', 'tiff', 'ico'] as const)('%s is made into what every page shows, once', async (format) => {
    const { pictures, made } = shown(format, (await encoded())[format], size)
    const [first, again] = await Promise.all([pictures.image('x'), pictures.image('x')])
    expect(first).toMatchObject({ type: expect.stringMatching(/^image\/(png|jpeg)$/) })
    expect(again).toBe(first)
    expect(await pictures.image('x')).toBe(first)
    expect(made()).toBe(1)
  })

  test.each(['gif', 'webp'] as const)('of a %s that moves, what was read stands still', async (format) => {
    const { pictures } = shown(format, await moving(format), size)
    const still = await pictures.image('x')
    const { pages = 1 } = await sharp('bytes' in still ? still.bytes : still.path).metadata()
    expect(pages).toBe(1)
  })

  test('one that is too large for a window is made smaller', async () => {
    const width = 9000
    const height = Math.ceil(mostPixels / width) + 100
    const large = await sharp({ create: { width, height, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    const { pictures } = shown('png', large, { width, height })
    const made = await pictures.image('x')
    const found = await sharp('bytes' in made ? made.bytes : made.path).metadata()
    expect(found.width * found.height).toBeLessThanOrEqual(mostPixels)
    expect(found.width / found.height).toBeCloseTo(width / height, 2)
  })

  test('one that cannot be made is tried again the next time', async () => {
    const { pictures, made } = shown('tiff', new Uint8Array(100), size)
    await expect(pictures.image('x')).rejects.toMatchObject({ name: 'Failure' })
    await expect(pictures.image('x')).rejects.toMatchObject({ name: 'Failure' })
    expect(made()).toBe(0)
  })
})
