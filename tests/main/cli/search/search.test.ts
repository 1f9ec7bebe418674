import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HitRecord } from '../../../../main/cli/search/record.ts'
import { fixturePath } from '../../../fixtures/reading/truth.ts'
import { jsonLines } from '../ask/asking.ts'
import { type Home, openHome } from '../batch/home.ts'
import { hasPseudoTerminal, startOnTerminal } from '../pseudo-terminal.ts'
import { ended, root } from '../run.ts'

let home: Home

beforeAll(async () => {
  home = await openHome()
  const folder = join(home.folder, 'kept')
  await mkdir(folder)
  await copyFile(fixturePath({ file: 'chinese-light.png' }), join(folder, '通知.png'))
  for (const name of ['receipt.png', 'orders.png']) {
    await copyFile(join(root, 'assets/samples', name), join(folder, name))
  }
  await home.run(['batch', 'kept'])
})

afterAll(() => home.close())

async function hits(words: readonly string[]): Promise<HitRecord[]> {
  const { stdout } = await home.run(['search', '--json', ...words])
  return stdout === '' ? [] : (jsonLines(stdout) as HitRecord[])
}

describe('search', () => {
  it('shows each entry with the words in their place', async () => {
    const { stdout, stderr, exitCode } = await home.run(['search', 'oolong', 'total'])
    expect(stdout).toMatch(/^receipt\.png {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}read {2}#\d+\n {2}.*Oolong milk tea.*\n$/)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  })

  it('says as JSON where the words stand in the text and in the picture', async () => {
    const [hit, ...others] = await hits(['乌龙'])
    expect(others).toEqual([])
    expect(hit).toMatchObject({ name: 'receipt.png', task: 'read', engine: 'device', state: 'done', starred: false })
    expect(hit?.origin).toBe(join(home.folder, 'kept', 'receipt.png'))
    const { text = '', ranges = [] } = hit?.snippet ?? {}
    expect(ranges.map(([start, end]) => text.slice(start, end))).toEqual(['乌龙'])
    expect(hit?.picture).toMatchObject({ width: 420, height: 640 })
    expect(hit?.quads).toHaveLength(1)
    for (const [x, y] of hit?.quads[0] ?? []) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(420)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(640)
    }
  })

  it('finds phrases, and file names', async () => {
    expect(await hits(['"milk oolong"'])).toEqual([])
    expect((await hits(['"oolong milk"'])).map(({ name }) => name)).toEqual(['receipt.png'])
    expect((await hits(['通知'])).map(({ name }) => name)).toContain('通知.png')
  })

  it.each([
    [['--task', 'describe'], 0],
    [['--task', 'read,describe'], 3],
    [['--source', 'capture'], 0],
    [['--source', 'folder'], 3],
    [['--since', 'today'], 3],
    [['--until', 'yesterday'], 0],
    [['--starred'], 0],
    [['--with-boxes'], 0],
    [['--failed'], 0],
    [['--limit', '2'], 2]
  ])('narrowed by %j', async (words, count) => {
    expect(await hits(words)).toHaveLength(count)
  })

  it('says so when there is nothing', async () => {
    const { stdout, stderr, exitCode } = await home.run(['search', 'unfindable'])
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: '', stderr: 'Nothing was found.\n', exitCode: 0 })
  })

  it.each([
    [['--task', 'paint'], 'There is no task “paint”'],
    [['--source', 'moon'], 'There is no source “moon”'],
    [['--since', 'someday'], 'It must be a day'],
    [['--limit', '0'], 'whole number'],
    [['--sort', 'colour'], 'Allowed choices']
  ])('refuses %j', async (words, sentence) => {
    const { stderr, exitCode } = await home.run(['search', ...words])
    expect(stderr).toContain(sentence)
    expect(exitCode).toBe(2)
  })

  it.skipIf(!hasPseudoTerminal)('highlights the words on a screen', async () => {
    const environment = { ...home.environment, HOME: home.folder }
    const { stdout } = await ended(startOnTerminal(['search', 'oolong'], environment))
    expect(stdout).toContain('\u001B[33mOolong\u001B[39m')
    const { stdout: plain } = await ended(startOnTerminal(['search', 'oolong'], { ...environment, NO_COLOR: '1' }))
    expect(plain).not.toContain('\u001B[33m')
  })
})
