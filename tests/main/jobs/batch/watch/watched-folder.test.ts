import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, renameSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storeIn, temporaryFolder } from '../../queue/library.ts'
import { asks, type Desk, desk, quickClock } from '../desk.ts'

function wish(path: string) {
  return { from: { kind: 'folder', path, recursive: false }, asks } as const
}

async function arrival({ until }: Desk, name: string): Promise<void> {
  await until((event) => event.kind === 'file' && event.file.path.endsWith(name))
}

/** Of every document. */
async function threePages(): Promise<number> {
  return 3
}

describe('a watched folder', () => {
  it('takes what arrives, once, and leaves alone what was there', async () => {
    const folder = temporaryFolder()
    // A link has the times of the file that it leads to; those of a new file cannot be set back.
    symlinkSync(join(import.meta.dirname, 'watched-folder.test.ts'), join(folder, 'old.png'))
    const kit = desk()
    kit.batches.watch(wish(folder))
    writeFileSync(join(folder, 'new.png'), 'new')
    await arrival(kit, 'new.png')
    writeFileSync(join(folder, 'newer.png'), 'newer')
    await arrival(kit, 'newer.png')
    expect(kit.names()).toEqual(['new.png', 'newer.png'])
    expect(kit.queue.list()[0]).toMatchObject({ priority: 10, source: 'folder' })
  })

  it('takes what was there as well when it is asked to', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'old.png'), 'old')
    const kit = desk({ clock: quickClock })
    kit.batches.watch(wish(folder), true)
    await arrival(kit, 'old.png')
    expect(kit.names()).toEqual(['old.png'])
  })

  it('takes what arrived while nobody watched, and nothing again', async () => {
    const store = storeIn(temporaryFolder())
    const folder = temporaryFolder()
    const first = desk({ store, clock: quickClock })
    const { id } = first.batches.watch(wish(folder), true)
    writeFileSync(join(folder, '1.png'), '1')
    await arrival(first, '1.png')
    await first.batches.stop()
    writeFileSync(join(folder, '2.png'), '2')
    const second = desk({ store, clock: quickClock })
    second.batches.resumeAll()
    await arrival(second, '2.png')
    expect(second.events.filter((event) => event.kind === 'file')).toHaveLength(1)
    expect(second.names()).toEqual(['1.png', '2.png'])
    second.batches.unwatch(id)
    await second.batches.settled(id)
    const third = desk({ store, clock: quickClock })
    third.batches.resumeAll()
    await third.batches.settled(id)
    expect(third.queue.batches.get(id)?.watched).toBe(false)
  })

  it('takes the pages of a PDF that arrives, and does not open it again', async () => {
    const store = storeIn(temporaryFolder())
    const folder = temporaryFolder()
    const first = desk({ store, clock: quickClock })
    first.batches.watch(wish(folder), true)
    writeFileSync(join(folder, 'scan.pdf'), 'one\ntwo')
    await arrival(first, 'scan.pdf#2')
    await first.batches.stop()
    expect(first.queue.list().map(({ name, page, priority }) => [name, page, priority])).toEqual([
      ['scan.pdf', 1, 10],
      ['scan.pdf', 2, 10]
    ])
    writeFileSync(join(folder, 'later.png'), 'later')
    const opened: string[] = []
    const second = desk({
      store,
      clock: quickClock,
      getPicture: async (source, options) => {
        if (source.kind === 'file') opened.push(source.path)
        return await first.intake.getPicture(source, options)
      }
    })
    second.batches.resumeAll()
    await arrival(second, 'later.png')
    expect(opened).toEqual([join(folder, 'later.png')])
  })

  it('goes on with a PDF of which some pages were taken', async () => {
    const store = storeIn(temporaryFolder())
    const folder = temporaryFolder()
    const first = desk({
      store,
      clock: quickClock,
      document: {
        pages: threePages,
        // The second page is still being drawn when everything ends.
        draw: (_bytes, page, { signal }) =>
          page === 1
            ? Promise.resolve(Buffer.from('1'))
            : new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('called off'))))
      }
    })
    first.batches.watch(wish(folder), true)
    writeFileSync(join(folder, 'scan.pdf'), 'three pages')
    await arrival(first, 'scan.pdf#1')
    await first.batches.stop()
    const drawn: number[] = []
    const draw = async (_bytes: Uint8Array, page: number): Promise<Uint8Array> => {
      drawn.push(page)
      return Buffer.from(String(page))
    }
    const second = desk({ store, clock: quickClock, document: { pages: threePages, draw } })
    second.batches.resumeAll()
    await arrival(second, 'scan.pdf#3')
    expect(drawn).toEqual([2, 3])
    expect(second.queue.list().map(({ page }) => page)).toEqual([1, 2, 3])
  })

  it('takes a file that was changed again', async () => {
    const folder = temporaryFolder()
    const kit = desk({ clock: quickClock })
    kit.batches.watch(wish(folder), true)
    writeFileSync(join(folder, '1.png'), 'one')
    await arrival(kit, '1.png')
    writeFileSync(join(folder, '1.png'), 'another')
    const twice = () => kit.events.filter((event) => event.kind === 'file').length === 2
    await kit.until(twice)
    expect(kit.names()).toEqual(['1.png', '1.png'])
  })

  it.runIf(process.platform === 'linux')('waits until nobody writes a file', async () => {
    const folder = temporaryFolder()
    const kit = desk({ clock: quickClock })
    kit.batches.watch(wish(folder), true)
    const file = openSync(join(folder, 'slow.png'), 'w')
    writeSync(file, 'first ')
    writeFileSync(join(folder, 'other.png'), 'other')
    await arrival(kit, 'other.png')
    writeFileSync(join(folder, 'third.png'), 'third')
    await arrival(kit, 'third.png')
    expect(kit.names()).toEqual(['other.png', 'third.png'])
    writeSync(file, 'second')
    closeSync(file)
    await arrival(kit, 'slow.png')
    const job = kit.queue.list().find(({ name }) => name === 'slow.png')
    expect(job?.picture).toBe(createHash('sha256').update('first second').digest('hex'))
  })

  it('takes a file that is moved in, and goes on after one that is no picture', async () => {
    const folder = temporaryFolder()
    const elsewhere = temporaryFolder()
    const kit = desk({ clock: quickClock })
    kit.batches.watch(wish(folder), true)
    writeFileSync(join(folder, '1.png'), 'bad')
    await arrival(kit, '1.png')
    writeFileSync(join(elsewhere, '2.png'), 'two')
    renameSync(join(elsewhere, '2.png'), join(folder, '2.png'))
    await arrival(kit, '2.png')
    expect(kit.names()).toEqual(['2.png'])
  })

  it('is looked for again when it has gone', async () => {
    const folder = join(temporaryFolder(), 'drive')
    mkdirSync(folder)
    const kit = desk({ clock: quickClock })
    kit.batches.watch(wish(folder), true)
    writeFileSync(join(folder, '1.png'), '1')
    await arrival(kit, '1.png')
    rmSync(folder, { recursive: true })
    expect(await kit.until((event) => event.kind === 'trouble')).toMatchObject({ failure: { code: 'picture-missing' } })
    mkdirSync(folder)
    writeFileSync(join(folder, '2.png'), '2')
    await arrival(kit, '2.png')
    writeFileSync(join(folder, '3.png'), '3')
    await arrival(kit, '3.png')
    expect(kit.names()).toEqual(['1.png', '2.png', '3.png'])
  })
})
