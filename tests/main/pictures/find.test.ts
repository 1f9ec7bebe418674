import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPictures } from '../../../main/pictures/find.ts'

describe('pictures of a folder', () => {
  let folder = ''
  const below = (paths: string[]): string[] => paths.map((path) => relative(folder, path))

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'glyphlens-find-'))
    mkdirSync(join(folder, 'may', 'inner'), { recursive: true })
    mkdirSync(join(folder, 'album.png'))
    const names = [
      '10.png',
      '2.png',
      '1.JPG',
      'b.webp',
      'A.gif',
      '截图.bmp',
      'photo.heic',
      'may/3.png',
      'may/inner/4.tiff'
    ]
    const others = ['notes.txt', 'plain', '.hidden.png', 'drawing.svg']
    for (const name of [...names, ...others]) writeFileSync(join(folder, name), '')
    symlinkSync(join(folder, 'may', '3.png'), join(folder, '3.png'))
    symlinkSync(join(folder, 'gone.png'), join(folder, 'broken.png'))
    symlinkSync(folder, join(folder, 'may', 'loop'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const here = ['1.JPG', '2.png', '3.png', '10.png', 'A.gif', 'b.webp', 'photo.heic', '截图.bmp']

  test('are listed as people count', async () => {
    expect(below(await findPictures(folder))).toEqual(here)
  })

  test('are found in folders inside, each visited once', async () => {
    const inside = ['may/3.png', 'may/inner/4.tiff']
    expect(below(await findPictures(folder, { recursive: true }))).toEqual(here.toSpliced(6, 0, ...inside))
  })

  test('need a folder', async () => {
    await expect(findPictures(join(folder, 'gone'))).rejects.toMatchObject({ code: 'picture-missing' })
    await expect(findPictures(join(folder, '2.png'))).rejects.toMatchObject({ code: 'picture-missing' })
  })

  // Root may open everything.
  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('pass over a closed folder', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0 })
    const skipped: string[] = []
    const found = await findPictures(folder, { recursive: true, onSkipped: (path) => skipped.push(path) })
    chmodSync(closed, 0o700)
    expect(found.length).toBeGreaterThan(here.length)
    expect(skipped).toEqual([closed])
  })
})
