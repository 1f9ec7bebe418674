import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPacks, type Packs } from '../../../main/packs/packs.ts'
import { openPreferences } from '../../../main/settings/preferences.ts'
import { type MadeUpFile, madeUpFiles, madeUpManifest } from './made-up.ts'
import { startFileServer } from './server.ts'

let root: string
let embeddedFolder: string
let installed: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'glyphlens-packs-'))
  embeddedFolder = join(root, 'app')
  installed = join(root, 'data', 'packs', 'more')
  await fill(embeddedFolder)
})

afterEach(async () => {
  await rm(root, { recursive: true, force: true })
})

async function fill(folder: string, names = Object.keys(madeUpFiles) as MadeUpFile[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of names) await writeFile(join(folder, name), madeUpFiles[name])
}

function build(origin = 'http://127.0.0.1:9'): Packs {
  const data = join(root, 'data')
  return createPacks({
    folders: { data, cache: join(root, 'cache') },
    preferences: openPreferences(data),
    manifests: [madeUpManifest('ppocr-v4-mobile', []), madeUpManifest('more', [origin])],
    embeddedFolder,
    shippedFolder: join(root, 'shipped')
  })
}

async function states(packs: Packs): Promise<Record<string, string>> {
  const list = await packs.list()
  return Object.fromEntries(
    list.map(({ manifest, state, active }) => [manifest.id, active ? `${state}, active` : state])
  )
}

describe('packs', () => {
  test('begin with the embedded one', async () => {
    const packs = build()
    await expect(states(packs)).resolves.toEqual({ 'ppocr-v4-mobile': 'ready, active', more: 'absent' })
    const active = await packs.active()
    expect(active.folder).toBe(embeddedFolder)
    expect(active.notice).toBeUndefined()
    const [embedded, more] = await packs.list()
    expect([embedded?.kind, more?.kind]).toEqual(['embedded', 'fetchable'])
    expect(more?.bytes).toBe(100_006)
  })

  test('fetch, verify, use, remove', async () => {
    await using server = await startFileServer(
      Object.fromEntries(Object.entries(madeUpFiles).map(([name, content]) => [`/${name}`, content]))
    )
    const packs = build(server.origin)
    await packs.fetch('more')
    await expect(packs.verify('more')).resolves.toMatchObject({ sound: true })
    await packs.use('more')
    await expect(states(packs)).resolves.toEqual({ 'ppocr-v4-mobile': 'ready', more: 'ready, active' })
    expect((await packs.active()).folder).toBe(installed)
    await packs.remove('more')
    await expect(states(packs)).resolves.toEqual({ 'ppocr-v4-mobile': 'ready, active', more: 'absent' })
    expect((await packs.active()).notice).toBeUndefined()
  })

  test('a chosen pack that is gone or damaged gives way to the embedded one, with a notice', async () => {
    const packs = build()
    await fill(installed)
    await packs.use('more')
    await writeFile(join(installed, 'detector.onnx'), 'cut')
    const active = await packs.active()
    expect(active.manifest.id).toBe('ppocr-v4-mobile')
    expect(active.notice?.message).toBe(
      'The model pack "Made up more" is damaged. "Made up ppocr-v4-mobile" reads instead.'
    )
    await expect(states(packs)).resolves.toEqual({ 'ppocr-v4-mobile': 'ready, active', more: 'damaged' })
    await rm(installed, { recursive: true })
    expect((await packs.active()).notice?.message).toContain('is not complete')
  })

  test('an installation without a pack that can read says so, and still lists', async () => {
    await rm(join(embeddedFolder, 'dictionary.txt'))
    const packs = build()
    await expect(packs.active()).rejects.toMatchObject({ code: 'pack-missing', advice: 'Install the app again.' })
    await expect(states(packs)).resolves.toEqual({ 'ppocr-v4-mobile': 'incomplete', more: 'absent' })
  })

  test('verify tells each file', async () => {
    await fill(installed, ['detector.onnx', 'dictionary.txt'])
    await writeFile(join(installed, 'dictionary.txt'), 'a\nb\nd\n')
    const packs = build()
    await expect(packs.verify('more')).resolves.toEqual({
      sound: false,
      files: [
        { name: 'detector.onnx', state: 'sound', bytes: 40_000 },
        { name: 'recogniser.onnx', state: 'missing', bytes: 0 },
        { name: 'dictionary.txt', state: 'damaged', bytes: 6 }
      ]
    })
    await expect(states(packs)).resolves.toMatchObject({ more: 'incomplete' })
  })

  test('only a sound pack can be chosen', async () => {
    const packs = build()
    await expect(packs.use('more')).rejects.toMatchObject({ code: 'pack-missing' })
    await fill(installed)
    await writeFile(join(installed, 'dictionary.txt'), 'a\nb\nd\n')
    await expect(packs.use('more')).rejects.toMatchObject({ code: 'pack-damaged' })
    await expect(packs.use('none')).rejects.toMatchObject({ code: 'pack-unknown' })
    expect((await packs.active()).manifest.id).toBe('ppocr-v4-mobile')
  })

  test('the embedded pack is neither fetched, imported nor removed', async () => {
    const packs = build()
    await expect(packs.fetch('ppocr-v4-mobile')).resolves.toBeUndefined()
    await expect(packs.importFrom('ppocr-v4-mobile', root)).rejects.toMatchObject({ code: 'usage' })
    await expect(packs.remove('ppocr-v4-mobile')).rejects.toMatchObject({ code: 'usage' })
    await rm(join(embeddedFolder, 'dictionary.txt'))
    await expect(packs.fetch('ppocr-v4-mobile')).rejects.toMatchObject({ code: 'pack-damaged' })
  })
})

describe('importFrom', () => {
  test('knows files by their content, whatever they are called and wherever they lie', async () => {
    const downloads = join(root, 'Downloads 下载')
    await mkdir(join(downloads, 'rec'), { recursive: true })
    await writeFile(join(downloads, 'inference.onnx'), Buffer.alloc(40_000))
    await writeFile(join(downloads, 'inference (1).onnx'), madeUpFiles['detector.onnx'])
    await writeFile(join(downloads, 'rec', 'inference.onnx'), madeUpFiles['recogniser.onnx'])
    await writeFile(join(downloads, 'rec', 'x.yml'), madeUpFiles['dictionary.txt'])
    const packs = build()
    await packs.importFrom('more', downloads)
    await expect(packs.verify('more')).resolves.toMatchObject({ sound: true })
    await expect(readFile(join(installed, 'detector.onnx'))).resolves.toEqual(madeUpFiles['detector.onnx'])
  })

  test('names what is absent and takes the rest up the next time', async () => {
    const downloads = join(root, 'downloads')
    await fill(downloads, ['detector.onnx', 'dictionary.txt'])
    const packs = build()
    await expect(packs.importFrom('more', downloads)).rejects.toMatchObject({
      code: 'pack-missing',
      advice: expect.stringContaining('/recogniser.onnx (60000 bytes)')
    })
    await expect(states(packs)).resolves.toMatchObject({ more: 'incomplete' })
    await rm(join(downloads, 'detector.onnx'))
    await fill(downloads, ['recogniser.onnx'])
    await packs.importFrom('more', downloads)
    await expect(states(packs)).resolves.toMatchObject({ more: 'ready' })
  })

  test('says when the folder cannot be read', async () => {
    await expect(build().importFrom('more', join(root, 'nowhere'))).rejects.toMatchObject({ code: 'disk' })
  })

  test('replaces a damaged pack, and leaves nothing behind', async () => {
    await fill(installed)
    await writeFile(join(installed, 'detector.onnx'), 'cut')
    const packs = build()
    await packs.importFrom('more', embeddedFolder)
    await expect(states(packs)).resolves.toMatchObject({ more: 'ready' })
    await expect(readdir(join(root, 'data', 'packs', '.partial'))).resolves.toEqual([])
  })
})

describe('a pack that came with the app besides the embedded one', () => {
  test('reads when nobody has chosen another', async () => {
    const shipped = join(root, 'shipped', 'more')
    await fill(shipped)
    const packs = build()
    expect(await packs.active()).toMatchObject({ folder: shipped, manifest: { id: 'more' } })
    await packs.use('ppocr-v4-mobile')
    expect(await packs.active()).toMatchObject({ folder: embeddedFolder })
  })

  test('gives way to one that was fetched', async () => {
    await fill(join(root, 'shipped', 'more'))
    await fill(installed)
    expect(await build().locate('more')).toMatchObject({ folder: installed })
  })

  test('is as good as none when a file is missing', async () => {
    await fill(join(root, 'shipped', 'more'), Object.keys(madeUpFiles).slice(1) as MadeUpFile[])
    const packs = build()
    expect(await packs.active()).toMatchObject({ folder: embeddedFolder })
    expect(await states(packs)).toMatchObject({ more: 'absent' })
  })
})
