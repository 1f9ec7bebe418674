import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startListing } from '../../../../main/jobs/batch/listing.ts'
import { type Recipe, type SingleSource, writeRecipe } from '../../../../main/jobs/batch/recipe.ts'
import { storeIn, temporaryFolder } from '../queue/library.ts'
import { asks, desk } from './desk.ts'

/** A folder with files of the given names; each has its name as its content, or what is given. */
function folderWith(files: Readonly<Record<string, string | undefined>>): string {
  const path = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true })
    writeFileSync(join(path, name), content ?? name)
  }
  return path
}

function folder(path: string, recursive = false) {
  return { kind: 'folder', path, recursive } as const
}

describe('a batch', () => {
  it('of a folder takes its pictures in natural order', async () => {
    const { batches, queue, names } = desk()
    const path = folderWith({ '10.png': undefined, '2.png': undefined, 'notes.txt': undefined, 'in/3.png': undefined })
    const batch = batches.start({ from: folder(path), asks })
    await batches.settled(batch.id)
    expect(names()).toEqual(['2.png', '10.png'])
    expect(queue.list()[0]).toMatchObject({
      batch: batch.id,
      origin: join(path, '2.png'),
      source: 'folder',
      priority: 20
    })
    expect(queue.batches.listed(batch.id)).toBe(true)
  })

  it('of a folder with those inside', async () => {
    const { batches, names } = desk()
    const path = folderWith({ '2.png': undefined, 'in/3.png': undefined })
    await batches.settled(batches.start({ from: folder(path, true), asks }).id)
    expect(names()).toEqual(['2.png', '3.png'])
  })

  it('of a glob takes the pictures that match', async () => {
    const { batches, names } = desk()
    const path = folderWith({ 'a1.png': undefined, 'a2.jpg': undefined, 'b1.png': undefined, 'a3.txt': undefined })
    await batches.settled(batches.start({ from: { kind: 'glob', pattern: 'a*', folder: path }, asks }).id)
    expect(names()).toEqual(['a1.png', 'a2.jpg'])
  })

  it('of files takes them as they were named', async () => {
    const { batches, names } = desk()
    const path = folderWith({ 'b.png': undefined, 'a.dat': undefined })
    const paths = [join(path, 'b.png'), join(path, 'a.dat')]
    const batch = batches.start({ from: { kind: 'files', paths }, asks, title: 'Two' })
    await batches.settled(batch.id)
    expect(names()).toEqual(['b.png', 'a.dat'])
    expect(batch).toMatchObject({ title: 'Two', source: '2 files' })
  })

  it('of a folder takes the pages of its PDFs in their place', async () => {
    const { batches, queue } = desk()
    const path = folderWith({ '1.png': undefined, '2.pdf': 'one\ntwo', 'in/3.PDF': 'three', '4.png': undefined })
    const batch = batches.start({ from: folder(path, true), asks })
    await batches.settled(batch.id)
    expect(queue.list().map(({ name, page }) => [name, page])).toEqual([
      ['1.png', undefined],
      ['2.pdf', 1],
      ['2.pdf', 2],
      ['4.png', undefined],
      ['3.PDF', 1]
    ])
  })

  it('of several places takes one after the other, and once what is in two of them', async () => {
    const { batches, queue, intake } = desk()
    const path = folderWith({ '1.png': undefined, '2.pdf': 'one\ntwo\nthree' })
    const picture = await intake.keep({ bytes: Buffer.from('pasted') }, {})
    const of: SingleSource[] = [
      { kind: 'kept', pictures: [{ picture, name: 'pasted.png', source: 'paste' }] },
      { kind: 'files', paths: [join(path, '2.pdf')], pages: '3' },
      folder(path)
    ]
    const batch = batches.start({ from: { kind: 'several', of }, asks })
    await batches.settled(batch.id)
    expect(queue.list().map(({ name, page, source }) => [name, page, source])).toEqual([
      ['pasted.png', undefined, 'paste'],
      ['2.pdf', 3, 'document'],
      ['1.png', undefined, 'folder'],
      ['2.pdf', 1, 'document'],
      ['2.pdf', 2, 'document']
    ])
  })

  it('of pictures that the library has makes a job of each, once, and refuses those that are gone', async () => {
    const { queue, intake } = desk()
    const kept = await Promise.all(['a', 'b'].map((text) => intake.keep({ bytes: Buffer.from(text) }, {})))
    const pictures = [...kept, 'f'.repeat(64)].map(
      (picture) => ({ picture, name: picture.slice(0, 4), source: 'url' }) as const
    )
    const recipe: Recipe = { from: { kind: 'kept', pictures }, asks, again: true }
    const batch = queue.batches.add({ title: '', source: '', recipe: writeRecipe(recipe), watched: false })
    const list = () => startListing(batch, recipe, { queue, ...intake, onEvent: () => {} }).ended
    await list()
    queue.cancel({})
    await list()
    expect(queue.counts().states).toMatchObject({ cancelled: 2, queued: 0 })
    expect(queue.batches.refusals(batch.id)).toMatchObject([
      { path: 'ffff', failure: { code: 'library-picture-missing' } }
    ])
  })

  it('is not stopped by files that are no pictures, and remembers them', async () => {
    const { batches, queue, names } = desk()
    const path = folderWith({ '1.png': undefined, '2.png': 'bad', '3.png': undefined, '4.png': '' })
    const batch = batches.start({ from: folder(path), asks })
    await batches.settled(batch.id)
    expect(names()).toEqual(['1.png', '3.png'])
    expect(queue.batches.refusals(batch.id)).toEqual([
      {
        path: join(path, '2.png'),
        failure: { code: 'picture-format', message: 'This is no picture.', advice: undefined }
      },
      { path: join(path, '4.png'), failure: expect.objectContaining({ code: 'picture-empty' }) }
    ])
  })

  it('passes over what was asked before', async () => {
    const { batches, events, names } = desk()
    const path = folderWith({ '1.png': undefined, '2.png': '1.png' })
    await batches.settled(batches.start({ from: folder(path), asks }).id)
    await batches.settled(batches.start({ from: folder(path), asks }).id)
    expect(names()).toEqual(['1.png'])
    const kinds = events.flatMap((event) =>
      event.kind === 'file' && event.file.kind === 'job' ? [event.file.job.kind] : []
    )
    expect(kinds).toEqual(['added', 'existing', 'existing', 'existing'])
  })

  it('tells when its folder is not there, and finds it later', async () => {
    const { batches, until, names } = desk()
    const path = join(temporaryFolder(), 'later')
    const { id } = batches.start({ from: folder(path), asks })
    expect(await until((event) => event.kind === 'trouble')).toMatchObject({ failure: { code: 'picture-missing' } })
    mkdirSync(path)
    writeFileSync(join(path, '1.png'), '1')
    batches.resume(id)
    await until((event) => event.kind === 'listed')
    expect(names()).toEqual(['1.png'])
  })

  it('is gone on with after a restart, without taking a file twice', async () => {
    const store = storeIn(temporaryFolder())
    const path = folderWith({ '1.png': undefined, '2.png': undefined, '3.png': undefined })
    const first = desk({ store })
    const { id } = first.batches.start({ from: folder(path), asks })
    await first.until((event) => event.kind === 'file')
    await first.batches.stop()
    expect(first.queue.batches.listed(id)).toBe(false)
    const second = desk({ store })
    second.batches.resumeAll()
    await second.batches.settled(id)
    expect(second.names()).toEqual(['1.png', '2.png', '3.png'])
    expect(second.events.filter((event) => event.kind === 'file').length).toBeLessThan(3)
    const third = desk({ store })
    third.batches.resumeAll()
    await third.batches.settled(id)
    expect(third.events).toEqual([])
  })

  it('takes nothing in while it is paused', async () => {
    const { batches, queue, until } = desk()
    const path = folderWith({ '1.png': undefined, '2.png': undefined, '3.png': undefined })
    const { id } = batches.start({ from: folder(path), asks })
    await until((event) => event.kind === 'file')
    batches.pause(id)
    await batches.settled(id)
    const taken = queue.list().length
    expect(taken).toBeLessThan(3)
    expect(queue.work.take({ lane: 'device', busy: [] })).toBeUndefined()
    batches.resumeAll()
    await batches.settled(id)
    expect(queue.list()).toHaveLength(taken)
    batches.resume(id)
    await until((event) => event.kind === 'listed')
    expect(queue.list()).toHaveLength(3)
  })

  it.each([
    { kind: 'files', paths: [] },
    { kind: 'files', paths: Array<string>(100_001).fill('a.png') }
  ] as const)('is not made of nothing, nor of too much', ({ kind, paths }) => {
    const { batches, queue } = desk()
    expect(() => batches.start({ from: { kind, paths: [...paths] }, asks })).toThrow('A batch cannot be made of this.')
    expect(queue.batches.list()).toEqual([])
  })

  it('whose recipe cannot be read leaves the others alone', async () => {
    const { batches, queue, until } = desk()
    queue.batches.add({ title: 'x', source: 'x', recipe: '{"from":1}', watched: false })
    queue.batches.add({ title: 'y', source: 'y', recipe: 'no JSON', watched: false })
    const path = folderWith({ '1.png': undefined })
    const recipe = JSON.stringify({ from: folder(path), asks })
    const { id } = queue.batches.add({ title: 'z', source: path, recipe, watched: false })
    batches.resumeAll()
    await until((event) => event.kind === 'listed' && event.batch === id)
    expect(await until((event) => event.kind === 'trouble')).toMatchObject({ failure: { code: 'library-damaged' } })
  })
})
