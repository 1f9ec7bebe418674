import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GraphCache, type KeptGraph } from '../../../../../../main/engine/worker/ocr/graph/cache.ts'

const kept: KeptGraph = {
  facts: { difference: 1e-6, classes: 7, notes: ['a note'], sample: [0.25, 0.5] },
  bytes: Uint8Array.of(1, 2, 3, 4, 5)
}

const key = { model: 'model', build: '1' }

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graph-cache-'))
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

describe('the cache of graphs', () => {
  test('gives back what was put, and leaves no other file', async () => {
    const cache = new GraphCache(join(folder, 'made', 'when needed'))
    expect(await cache.put(key, kept)).toBe(true)
    const found = await cache.get(key)
    expect(found?.facts).toEqual(kept.facts)
    expect([...(found?.bytes ?? [])]).toEqual([1, 2, 3, 4, 5])
    expect(await readdir(join(folder, 'made', 'when needed'))).toEqual(['model-1.graph'])
  })

  test('knows nothing under another key', async () => {
    expect(await new GraphCache(folder).get(key)).toBeUndefined()
  })

  test.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['a changed byte', (bytes) => Buffer.concat([bytes.subarray(0, -1), Uint8Array.of(6)])],
    ['a cut', (bytes) => bytes.subarray(0, -1)],
    ['nothing but a hash', (bytes) => bytes.subarray(0, 32)],
    ['emptiness', () => new Uint8Array()]
  ])('takes %s for damage', async (_, damage) => {
    const cache = new GraphCache(folder)
    await cache.put(key, kept)
    const path = join(folder, 'model-1.graph')
    await writeFile(path, damage(await readFile(path)))
    expect(await cache.get(key)).toBeUndefined()
  })

  test('forgets what an older build made of the same model, and what killed processes left', async () => {
    const cache = new GraphCache(folder)
    const old = join(folder, 'old.part')
    await writeFile(old, '')
    await utimes(old, 0, 0)
    await writeFile(join(folder, 'new.part'), '')
    await cache.put({ model: 'other', build: '0' }, kept)
    await cache.put({ ...key, build: '0' }, kept)
    await cache.put(key, kept)
    expect((await readdir(folder)).toSorted()).toEqual(['model-1.graph', 'new.part', 'other-0.graph'])
  })

  test('says when it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    const cache = new GraphCache(join(folder, 'file'))
    expect(await cache.put(key, kept)).toBe(false)
    expect(await cache.scratch(async () => 1)).toBeUndefined()
  })
})
