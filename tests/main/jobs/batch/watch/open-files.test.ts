import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBeingWritten } from '../../../../../main/jobs/batch/watch/open-files.ts'
import { arrivalOf, isSettled, quiet } from '../../../../../main/jobs/batch/watch/sightings.ts'
import { temporaryFolder } from '../../queue/library.ts'

describe.skipIf(process.platform !== 'linux')('open files', () => {
  it('are those that somebody writes, not those that somebody reads', async () => {
    const folder = temporaryFolder()
    const [read, written, closed] = ['read', 'written', 'closed'].map((name) => join(folder, name))
    for (const path of [read, written, closed]) writeFileSync(path ?? '', 'x')
    const open = [openSync(read ?? '', 'r'), openSync(written ?? '', 'a')]
    const found = await filesBeingWritten([read ?? '', written ?? '', closed ?? ''])
    for (const file of open) closeSync(file)
    expect([...found]).toEqual([written])
    expect(await filesBeingWritten([written ?? ''])).toEqual(new Set())
  })
})

describe('on other systems', () => {
  it.each(['win32', 'darwin'] as const)('%s: a file that nobody locks is not being written', async (platform) => {
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, 'x')
    expect(await filesBeingWritten([path, `${path} that is gone`], platform)).toEqual(new Set())
  })
})

describe('a file', () => {
  const first = { size: 10, changed: 5, at: 1000 }

  it.each([
    ['at first sight', undefined, first, false],
    ['a moment later', first, { ...first, at: 1000 + quiet - 1 }, false],
    ['after a while', first, { ...first, at: 1000 + quiet }, true],
    ['that has grown', first, { size: 11, changed: 5, at: 9000 }, false],
    ['that was written anew', first, { size: 10, changed: 6, at: 9000 }, false],
    ['without bytes', { ...first, size: 0 }, { ...first, size: 0, at: 9000 }, false]
  ])('%s', (_name, before, now, settled) => {
    expect(isSettled(before, now)).toBe(settled)
  })

  it('arrives when it was made, changed or moved, whichever was last', () => {
    expect(arrivalOf({ mtimeMs: 1, ctimeMs: 3, birthtimeMs: 2 })).toBe(3)
  })
})
