import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesOf } from '../../../main/engine/protocol/pack.ts'
import { installation } from '../../../main/installation.ts'
import { bytesOf, kindOf, readCatalogue } from '../../../main/packs/catalogue.ts'
import { isSound } from '../../../main/packs/check.ts'

describe('the packs of the app', () => {
  test('are these, each in the folder of its id', async () => {
    const catalogue = await readCatalogue()
    expect(catalogue.map((manifest) => [manifest.id, kindOf(manifest), bytesOf(manifest)])).toEqual([
      ['ppocr-v4-mobile', 'embedded', 15_594_089],
      ['ppocr-v6-small', 'fetchable', 31_190_469],
      ['ppocr-v6-tiny', 'fetchable', 6_298_800]
    ])
  })

  test('the embedded one is sound as installed', async () => {
    const [embedded] = await readCatalogue()
    if (embedded === undefined) throw new Error('the catalogue is empty')
    await expect(isSound(embedded, installation().embeddedPack())).resolves.toBe(true)
  })

  test('those to fetch name distinct files, over https, from several hosts', async () => {
    for (const manifest of (await readCatalogue()).filter((each) => kindOf(each) === 'fetchable')) {
      const files = filesOf(manifest)
      expect(files).toHaveLength(3)
      for (const { urls } of files) {
        const addresses = urls.map((url) => new URL(url))
        expect(new Set(addresses.map(({ protocol }) => protocol))).toEqual(new Set(['https:']))
        expect(new Set(addresses.map(({ host }) => host)).size).toBeGreaterThan(1)
      }
    }
  })

  test('a damaged list is told as such', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'glyphlens-catalogue-'))
    await expect(readCatalogue(join(folder, 'none'))).rejects.toMatchObject({ code: 'pack-missing' })
    await mkdir(join(folder, 'a'))
    await writeFile(join(folder, 'a', 'manifest.json'), '{"id":"a"}')
    await expect(readCatalogue(folder)).rejects.toMatchObject({ code: 'pack-missing' })
    await rm(folder, { recursive: true })
  })
})
