import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadPackFiles } from '../../../../../main/engine/worker/ocr/pack.ts'
import { installation } from '../../../../../main/installation.ts'
import { readCatalogue } from '../../../../../main/packs/catalogue.ts'
import { madeUpFiles, madeUpManifest } from '../../../packs/made-up.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glyphlens-pack-'))
  for (const [name, content] of Object.entries(madeUpFiles)) await writeFile(join(folder, name), content)
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('loadPackFiles', () => {
  test('the embedded pack: every class has its character', async () => {
    const manifest = (await readCatalogue()).find(({ id }) => id === 'ppocr-v4-mobile')
    if (manifest === undefined) throw new Error('the catalogue lacks the embedded pack')
    const pack = await loadPackFiles({ manifest, folder: installation().embeddedPack() })
    expect(pack.characters).toHaveLength(6625)
    expect(pack.characters.at(0)).toBe('')
    expect(pack.characters.at(-1)).toBe(' ')
    expect(pack.characters).toContain('龙')
    expect(pack.detector).toHaveLength(manifest.detector.file.bytes)
  })

  test('a pack from a folder', async () => {
    const pack = await loadPackFiles({ manifest: madeUpManifest('more', []), folder })
    expect(pack.characters).toEqual(['', 'a', 'b', 'c', ' '])
    expect(Buffer.from(pack.recogniser)).toEqual(madeUpFiles['recogniser.onnx'])
  })

  test.each(['detector.onnx', 'recogniser.onnx', 'dictionary.txt'] as const)('one wrong byte in %s', async (name) => {
    const content = Buffer.from(madeUpFiles[name])
    content.writeUInt8(content.readUInt8(1) ^ 1, 1)
    await writeFile(join(folder, name), content)
    await expect(loadPackFiles({ manifest: madeUpManifest('more', []), folder })).rejects.toMatchObject({
      code: 'pack-damaged',
      message: `The file ${name} of the model pack "Made up more" is damaged.`
    })
  })

  test('a file cut short, one missing, a folder in its place', async () => {
    const manifest = madeUpManifest('more', [])
    const path = join(folder, 'detector.onnx')
    await writeFile(path, madeUpFiles['detector.onnx'].subarray(1))
    await expect(loadPackFiles({ manifest, folder })).rejects.toMatchObject({ code: 'pack-damaged' })
    await rm(path)
    await expect(loadPackFiles({ manifest, folder })).rejects.toMatchObject({ code: 'pack-missing' })
    await mkdir(path)
    await expect(loadPackFiles({ manifest, folder })).rejects.toMatchObject({ code: 'pack-damaged' })
  })

  test.each([
    ['one character too many', 'a\nb\nc\nd\n'],
    ['one too few', 'a\nb\n']
  ])("another version's dictionary, %s, is refused", async (_name, text) => {
    const files = { ...madeUpFiles, 'dictionary.txt': Buffer.from(text) }
    await writeFile(join(folder, 'dictionary.txt'), text)
    await expect(loadPackFiles({ manifest: madeUpManifest('more', [], files), folder })).rejects.toMatchObject({
      code: 'pack-incompatible'
    })
  })
})
