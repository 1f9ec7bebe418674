import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf, textLine } from '../../../fixtures/documents/pdf.ts'
import { jsonLines } from '../ask/asking.ts'
import { type Home, makePictures, openHome } from './home.ts'

let home: Home

beforeAll(async () => {
  home = await openHome()
  const pages = ['one', 'two', 'three'].map((name) => ({ content: textLine(`Page number ${name}`) }))
  await writeFile(join(home.folder, 'scan.pdf'), makePdf({ pages }))
  await writeFile(join(home.folder, 'broken.pdf'), 'no document')
})

afterAll(() => home.close())

describe('a batch of a PDF', () => {
  it('takes the pages that are named, and later the rest', async () => {
    const first = await home.run(['batch', 'scan.pdf', '--pages', '2-', '--json'])
    expect(first.stderr).toContain('2 pictures: 2 done.')
    expect(jsonLines(first.stdout)).toMatchObject([
      { file: 'scan.pdf#2', text: 'Page number two' },
      { file: 'scan.pdf#3', text: 'Page number three' }
    ])
    const second = await home.run(['batch', 'scan.pdf', '--output', 'texts/'])
    expect(second.stderr).toContain('3 pictures: 3 done (2 of them before).')
    expect((await readdir(join(home.folder, 'texts'))).toSorted()).toEqual(
      [1, 2, 3].map((page) => `scan.pdf#${page}.txt`)
    )
    const { stdout } = await home.run(['search', 'number', 'three', '--json'])
    expect(jsonLines(stdout)).toMatchObject([
      { name: 'scan.pdf', page: 3, source: 'document', origin: join(home.folder, 'scan.pdf') }
    ])
  })

  it('takes the PDFs in a folder as well', async () => {
    await makePictures(home, 'mixed', 1)
    await writeFile(join(home.folder, 'mixed', '2.pdf'), makePdf({ pages: [{ content: textLine('In a folder') }] }))
    const { stdout, stderr } = await home.run(['batch', 'mixed', '--json'])
    expect(stderr).toContain('2 pictures to be read on this machine.')
    expect(stderr).toContain('2 pictures: 2 done.')
    expect(jsonLines(stdout)).toMatchObject([{ file: 'mixed/1.png' }, { file: 'mixed/2.pdf#1', text: 'In a folder' }])
  })

  it('goes past one that cannot be opened, once', async () => {
    await makePictures(home, 'beside', 1)
    const { stderr, exitCode } = await home.run(['batch', '*.pdf', 'beside'])
    expect(stderr).toContain('broken.pdf')
    expect(stderr).toMatch(/5 pictures: 4 done \(3 of them before\), 1 failed\.\n$/)
    expect(exitCode).toBe(1)
  })

  it.each([
    ['9', 1, 'There is no page 9'],
    ['3-1', 2, 'names no pages']
  ])('refuses the pages %s', async (pages, code, sentence) => {
    const { stderr, exitCode } = await home.run(['batch', 'scan.pdf', '--pages', pages])
    expect(stderr).toContain(sentence)
    expect(exitCode).toBe(code)
  })
})
