import { readFileSync, writeFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import type { Failure } from '../../../../main/failure.ts'
import { fileOf } from '../../../../main/library/pictures.ts'
import type { ExportFormat } from '../../../../main/library/transfer/export.ts'
import { bytesOf } from '../picture.ts'
import { openShelf, rejectionOf, type Shelf, temporaryFolder } from '../shelf.ts'

async function exported({ library }: Shelf, format: ExportFormat, ids?: readonly number[]): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of library.export({ format, ...(ids && { ids }) })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function savedAs(shelf: Shelf, format: ExportFormat): Promise<string> {
  const path = join(temporaryFolder(), `export.${format}`)
  await writeFile(path, await exported(shelf, format))
  return path
}

async function shelfOf(): Promise<Shelf> {
  const shelf = openShelf()
  const first = await shelf.add({
    name: 'one*.png',
    text: 'Total\t12,00 "now"\n北京',
    source: 'capture',
    starred: true
  })
  const second = await shelf.add({
    name: '=two.png',
    task: 'ask',
    text: '=1+1',
    parameters: { question: 'What\nis it?' }
  })
  shelf.library.entries.addTurn(first, { question: 'More?', answer: 'Yes.' })
  shelf.library.entries.edit(second, '=2+2')
  await shelf.add({ name: 'three.png', state: 'queued' })
  return shelf
}

describe('export', () => {
  test('as Markdown', async () => {
    const text = (await exported(await shelfOf(), 'markdown')).toString()
    expect(text).toContain(
      '# one\\*.png\n\n2026-11-01 00:00 UTC · read · device\n\nTotal\t12,00 "now"\n北京\n\n> More?\n\nYes.'
    )
    expect(text).toContain('> What\n> is it?\n\n=2+2\n\n---\n\n# three.png')
  })

  test('as text', async () => {
    const text = (await exported(await shelfOf(), 'txt', [1])).toString()
    expect(text).toBe('==> one*.png <==\nTotal\t12,00 "now"\n北京\n\n> More?\n\nYes.\n')
  })

  test('as CSV, in which nothing is a formula', async () => {
    const text = (await exported(await shelfOf(), 'csv')).toString()
    const [head, first, second] = text.split('\r\n')
    expect(head).toBe('\ufeffcreated,name,task,engine,model,source,origin,state,question,text,uid')
    expect(first).toContain(',one*.png,read,device,,capture,,done,,"Total\t12,00 ""now""\n北京",')
    expect(second).toContain(`,'=two.png,ask,device,,file,,done,"What\nis it?",'=2+2,`)
  })

  test('as lines of JSON', async () => {
    const lines = (await exported(await shelfOf(), 'jsonl', [2, 1])).toString().trimEnd().split('\n')
    const [second, first] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(second).toMatchObject({
      format: 'glyphlens-entry',
      version: 1,
      name: '=two.png',
      result: { edited: '=2+2' }
    })
    expect(first).toMatchObject({ name: 'one*.png', starred: true, turns: [{ question: 'More?', answer: 'Yes.' }] })
  })

  test('of nothing is empty', async () => {
    const shelf = openShelf()
    for (const format of ['markdown', 'txt', 'jsonl'] as const) expect((await exported(shelf, format)).length).toBe(0)
  })

  test('does not hold what was deleted', async () => {
    const shelf = await shelfOf()
    shelf.hide([1])
    expect((await exported(shelf, 'jsonl')).toString()).not.toContain('one*.png')
  })

  test('goes on without a picture that is gone, and tells', async () => {
    const shelf = await shelfOf()
    const { picture } = shelf.library.entries.get(1)
    await rm(fileOf(shelf.store.places.pictures, picture.id, 'png'))
    for (const format of ['zip', 'pdf'] as const) {
      const missing: string[] = []
      for await (const chunk of shelf.library.export({ format, onMissing: (id) => missing.push(id) }))
        expect(chunk).toBeDefined()
      expect(missing).toEqual([picture.id])
    }
  })
})

describe('import', () => {
  test.each(['jsonl', 'zip'] as const)('brings a whole library over: %s', async (format) => {
    const from = await shelfOf()
    const to = openShelf()
    const path = await savedAs(from, format)
    expect(await to.library.import(path)).toMatchObject({
      added: 3,
      known: 0,
      pictures: format === 'zip' ? 3 : 0,
      refused: []
    })
    expect((await exported(to, 'jsonl')).toString().replace('"cancelled"', '"queued"')).toBe(
      (await exported(from, 'jsonl')).toString()
    )
    const { hits } = await to.library.search({ words: '北京' })
    expect(hits.map(({ entry }) => entry.name)).toEqual(['one*.png'])
    const picture = hits[0]?.entry.picture.id ?? ''
    expect(await to.library.pictures.has(picture)).toBe(format === 'zip')
  })

  test('starts no work: what was still to be done elsewhere is called off', async () => {
    const to = openShelf()
    await to.library.import(await savedAs(await shelfOf(), 'zip'))
    expect(to.store.all('SELECT DISTINCT state FROM job ORDER BY state')).toEqual([
      { state: 'cancelled' },
      { state: 'done' }
    ])
  })

  test('twice adds nothing, and brings what is new', async () => {
    const from = await shelfOf()
    const to = openShelf()
    await to.library.import(await savedAs(from, 'zip'))
    from.library.entries.addTurn(1, { question: 'Again?', answer: 'Once more.' })
    from.library.entries.star(2, true)
    expect(await to.library.import(await savedAs(from, 'zip'))).toMatchObject({ added: 0, known: 3 })
    expect(to.library.entries.get(1).turns.map(({ question }) => question)).toEqual(['More?', 'Again?'])
    expect(to.library.entries.get(2).starred).toBe(true)
    expect((await to.library.search({ words: 'once more' })).hits).toHaveLength(1)
  })

  test('leaves out lines that are no entries, and tells which', async () => {
    const path = await savedAs(await shelfOf(), 'jsonl')
    const [first = '', second = ''] = readFileSync(path, 'utf8').split('\n')
    const bad = [
      'no JSON',
      '{}',
      '[]',
      first.replace('"version":1', '"version":2'),
      first.replace('"created":1', '"created":-1'),
      first.replace(/"id":"[0-9a-f]{64}"/, '"id":"../../etc/passwd"'),
      first.replace('"format":"png"', '"format":"exe"')
    ]
    writeFileSync(path, [...bad, second].join('\n'))
    const report = await openShelf().library.import(path)
    expect(report).toMatchObject({ added: 1, refusedCount: bad.length })
    expect(report.refused.map(({ name }) => name)).toEqual(bad.map((_, index) => `line ${index + 1}`))
  })

  test('refuses files of another kind', async () => {
    const folder = temporaryFolder()
    const { library } = openShelf()
    const files: [string, Buffer][] = [
      ['picture.png', bytesOf(1)],
      ['text.txt', Buffer.from('hello\nworld\n')],
      ['cut.zip', (await exported(await shelfOf(), 'zip')).subarray(0, 600)],
      ['empty.zip', Buffer.from('PK\u0005\u0006')]
    ]
    for (const [name, bytes] of files) {
      writeFileSync(join(folder, name), bytes)
      expect([name, (await rejectionOf(library.import(join(folder, name)))).code]).toEqual([name, 'library-import'])
    }
    expect((await rejectionOf(library.import(join(folder, 'missing')))).code).toBe('library-import')
  })

  test('never writes where a name says', async () => {
    const to = openShelf()
    const names = ['pictures/../../evil.png', '/etc/evil.png', 'C:\\evil.png', `pictures/${'a'.repeat(64)}.exe`]
    // What writes ZIPs here refuses such names, so they are put in afterwards.
    const stand = new Map(
      ['/', '\\', ':'].map((character, index) => [character, String.fromCharCode(index + 1)] as const)
    )
    for (const name of names) {
      const path = await zipWith(
        name.replaceAll(/[/\\:]/g, (character) => stand.get(character) ?? ''),
        Buffer.from('evil')
      )
      let bytes = readFileSync(path, 'latin1')
      for (const [character, other] of stand) bytes = bytes.replaceAll(other, character)
      writeFileSync(path, bytes, 'latin1')
      expect((await rejectionOf(to.library.import(path))).code).toBe('library-import')
    }
    expect(to.store.value('SELECT count(*) FROM picture')).toBe(0)
  })

  test('takes no picture whose bytes are not those of its name', async () => {
    const to = openShelf()
    const path = await zipWith(`pictures/${'a'.repeat(64)}.png`, bytesOf(1))
    expect((await rejectionOf(to.library.import(path))).code).toBe('library-import')
    expect(to.store.value('SELECT count(*) FROM picture')).toBe(0)
  })

  test('refuses what grows beyond all measure', async () => {
    const path = await zipWith('entries.jsonl', Buffer.alloc(80 * 1024 * 1024, 32))
    expect(readFileSync(path).length).toBeLessThan(200_000)
    expect((await rejectionOf(openShelf().library.import(path))).code).toBe('library-import')
  })

  test('survives any bytes behind the start of a ZIP', async () => {
    const path = join(temporaryFolder(), 'x.zip')
    const whole = await exported(await shelfOf(), 'zip')
    const { library } = openShelf()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Buffer.from(whole)
          for (const [at, value] of changes) bytes[at] = value
          writeFileSync(path, bytes)
          const [outcome] = await Promise.allSettled([library.import(path)])
          const end = outcome.status === 'fulfilled' ? 'imported' : (outcome.reason as Failure).code
          expect(['imported', 'library-import']).toContain(end)
        }
      ),
      { numRuns: 60 }
    )
  })
})

async function zipWith(name: string, bytes: Buffer): Promise<string> {
  const zip = new ZipFile()
  zip.addBuffer(bytes, name)
  zip.end()
  const path = join(temporaryFolder(), 'made.zip')
  await writeFile(path, zip.outputStream)
  return path
}
