import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPreferences } from '../../../../main/settings/preferences.ts'
import { jsonLines } from '../ask/asking.ts'
import { type Home, makePictures, openHome } from '../batch/home.ts'
import { hasPseudoTerminal, startOnTerminal } from '../pseudo-terminal.ts'
import { ended } from '../run.ts'

let home: Home

beforeAll(async () => {
  home = await openHome()
  await makePictures(home, 'kept', 3)
  await home.run(['batch', 'kept'])
})

afterAll(() => home.close())

async function library(...words: string[]) {
  return await home.run(['library', ...words])
}

describe('library show', () => {
  it('prints the text of an entry, and what is known of it beside', async () => {
    const { stdout, stderr, exitCode } = await library('show', '#1')
    expect({ stdout, exitCode }).toEqual({ stdout: 'Save as\n', exitCode: 0 })
    expect(stderr).toMatch(/^#1 {2}1\.png {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}read {2}device {2}done {2}.*1\.png\n$/)
  })

  it('prints all of it as JSON', async () => {
    const { stdout } = await library('show', '2', '--json')
    expect(jsonLines(stdout)).toMatchObject([
      { id: 2, name: '2.png', task: 'read', result: { kind: 'reading', text: 'Save as', reading: { lines: [{}] } } }
    ])
  })

  it('fails for one that is not there', async () => {
    const { stderr, exitCode } = await library('show', '99')
    expect(stderr).toContain('not in the library')
    expect(exitCode).toBe(1)
  })
})

describe('library export', () => {
  it.each([
    ['md', /^# 1\.png\n[^]*Save as[^]*# 3\.png/],
    ['txt', /^==> 1\.png <==\nSave as\n\n==> 2\.png <==/],
    ['csv', /^\uFEFFcreated,name,.*\r\n.*1\.png,read,/],
    ['jsonl', /^\{"format":"glyphlens-entry"/]
  ])('prints %s', async (format, expected) => {
    const { stdout, exitCode } = await library('export', '--format', format)
    expect(stdout).toMatch(expected)
    expect(exitCode).toBe(0)
  })

  it('writes what is named, or found, in the form that the name of the file says', async () => {
    const named = await library('export', '1', '3', '--output', 'two.jsonl')
    expect(named.stderr).toMatch(/^two\.jsonl: \d+ kB\.\n$/)
    const records = jsonLines(await readFile(join(home.folder, 'two.jsonl'), 'utf8'))
    expect(records).toMatchObject([{ name: '1.png' }, { name: '3.png' }])
    await library('export', '--words', 'save', '--since', 'today', '-o', 'found.txt')
    const text = await readFile(join(home.folder, 'found.txt'), 'utf8')
    expect(text.match(/==> \d\.png <==/g)).toEqual(['==> 1.png <==', '==> 2.png <==', '==> 3.png <=='])
    await library('export', '-o', 'all.pdf')
    expect((await readFile(join(home.folder, 'all.pdf'), 'latin1')).slice(0, 5)).toBe('%PDF-')
  })

  it.each([
    [['--format', 'zip'], 2, 'nothing for a screen'],
    [['--words', 'unfindable'], 2, 'No entry fits'],
    [['99'], 1, 'not in the library'],
    [['--format', 'docx'], 2, 'Allowed choices'],
    [['-o', join('nowhere', 'a.md')], 1, 'could not be written']
  ])('refuses %j', async (words, code, sentence) => {
    const { stderr, exitCode } = await library('export', ...words)
    expect(stderr).toContain(sentence)
    expect(exitCode).toBe(code)
  })
})

describe('library import', () => {
  it('takes a ZIP of another library in, once', async () => {
    await library('export', '-o', 'all.zip')
    const other = await openHome()
    try {
      const file = join(home.folder, 'all.zip')
      const first = await other.run(['library', 'import', file])
      expect(first.stderr).toBe('3 entries new, 0 known before, 3 pictures.\n')
      expect(first.exitCode).toBe(0)
      const second = await other.run(['library', 'import', file, '--json'])
      expect(jsonLines(second.stdout)).toMatchObject([{ added: 0, known: 3 }])
      const found = await other.run(['search', 'save', '--json'])
      expect(jsonLines(found.stdout)).toHaveLength(3)
    } finally {
      await other.close()
    }
  })

  it('refuses what is no export', async () => {
    await writeFile(join(home.folder, 'words.txt'), 'only words\n')
    const { stderr, exitCode } = await library('import', 'words.txt')
    expect(stderr).toMatch(/^glyphlens: /)
    expect(exitCode).toBe(1)
    expect((await library('import', 'nowhere.zip')).exitCode).toBe(1)
  })
})

describe('library stats', () => {
  it('tells how much there is', async () => {
    const { stdout } = await library('stats')
    expect(stdout).toMatch(/\nentries +3\nstates +3 done\ntasks +3 read\nsources +3 folder\npictures +3, \d+ kB\n/)
    const { stdout: json } = await library('stats', '--json')
    expect(jsonLines(json)).toMatchObject([
      { folder: join(home.folder, 'home', 'data', 'library'), entries: 3, pictures: 3, states: { done: 3 } }
    ])
  })
})

describe('a library that was moved in the app', () => {
  it('is found where the settings say, and nowhere else', async () => {
    const data = join(home.folder, 'home', 'data')
    const preferences = openPreferences(data)
    const elsewhere = join(home.folder, 'Disk 二')
    await rename(join(data, 'library'), elsewhere)
    await preferences.set({ library: { folder: elsewhere } })
    const { stdout } = await library('stats', '--json')
    expect(jsonLines(stdout)).toMatchObject([{ folder: elsewhere, entries: 3 }])
    await rename(elsewhere, join(data, 'library'))
    const { stderr, exitCode } = await library('stats')
    expect(stderr).toContain(`not where it was put: ${elsewhere}`)
    expect(exitCode).toBe(1)
    expect(existsSync(elsewhere)).toBe(false)
    await preferences.set({ library: { folder: undefined } })
    expect((await library('stats')).stdout).toContain('3 done')
  })
})

describe('library check and prune', () => {
  it('removes files that belong to no picture', async () => {
    const orphan = join(home.folder, 'home', 'data', 'library', 'pictures', 'aa', `${'a'.repeat(64)}.png`)
    await mkdir(join(orphan, '..'), { recursive: true })
    await writeFile(orphan, 'left over')
    // What is younger than an hour may be on its way into an entry.
    const yesterday = new Date(Date.now() - 24 * 3_600_000)
    await utimes(orphan, yesterday, yesterday)
    const { stdout, exitCode } = await library('check')
    expect(stdout).toBe(`1 file of no picture, removed with --mend:\n  ${orphan}\n`)
    expect(exitCode).toBe(1)
    expect((await library('check', '--mend')).exitCode).toBe(0)
    expect((await library('check')).stdout).toBe('All is well.\n')
  })

  it('finds what somebody did to the files', async () => {
    expect(await library('check', '--thorough')).toMatchObject({ stdout: 'All is well.\n', exitCode: 0 })
    const pictures = join(home.folder, 'home', 'data', 'library', 'pictures')
    const [file = ''] = (await readdir(pictures, { recursive: true })).filter((name) => name.endsWith('.png'))
    const bytes = await readFile(join(pictures, file))
    await rm(join(pictures, file))
    const { stdout, exitCode } = await library('check')
    expect(stdout).toMatch(/^1 picture missing: somebody deleted the files:\n {2}[0-9a-f]{64}\n$/)
    expect(exitCode).toBe(1)
    await writeFile(join(pictures, file), bytes.fill(0, 50))
    expect(await library('check')).toMatchObject({ exitCode: 0 })
    const thorough = await library('check', '--thorough', '--json')
    expect(jsonLines(thorough.stdout)).toMatchObject([{ ok: false, missing: [], changed: [expect.any(String)] }])
    expect(thorough.exitCode).toBe(1)
  })

  it('shows what would go, and asks', async () => {
    const plan = '1 entry would be deleted for good, with'
    const dry = await library('prune', '--keep', '2', '--dry-run')
    expect(dry.stderr).toContain(plan)
    expect(dry.exitCode).toBe(0)
    const nobody = await library('prune', '--keep', '2')
    expect(nobody.stderr).toContain('Add --yes')
    expect(nobody.exitCode).toBe(2)
    expect((await library('prune', '--older-than', '90d')).stderr).toBe('Nothing is to be deleted by these rules.\n')
    expect((await library('prune', '--captures-of', 'today')).stderr).toContain('Nothing is to be deleted')
    const done = await library('prune', '--keep', '2', '--yes')
    expect(done.stderr).toMatch(/\n1 entry deleted\.\n$/)
    const { stdout } = await home.run(['search', '--json'])
    expect(jsonLines(stdout)).toMatchObject([{ name: '3.png' }, { name: '2.png' }])
  })

  it.skipIf(!hasPseudoTerminal).each([
    ['n', 'Nothing was deleted.', 2],
    ['y', '1 entry deleted.', 1]
  ])('takes “%s” for an answer', async (answer, said, left) => {
    const environment = { ...home.environment, HOME: home.folder }
    const child = startOnTerminal(['library', 'prune', '--keep', '1'], environment)
    const whole = ended(child)
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('[y/N]')) child.stdin.write(`${answer}\n`)
    })
    expect((await whole).stdout).toContain(said)
    const { stdout } = await home.run(['search', '--json'])
    expect(jsonLines(stdout)).toHaveLength(left)
  })

  it.each([
    [[], 'It is not said what may go'],
    [['--captures-of', 'today', '--keep', '1'], 'goes with no other rule'],
    [['--larger-than', 'much'], 'It must be a size'],
    [['--older-than', 'forever'], 'It must be a number of days']
  ])('refuses %j', async (words, sentence) => {
    const { stderr, exitCode } = await library('prune', ...words)
    expect(stderr).toContain(sentence)
    expect(exitCode).toBe(2)
  })
})

describe('notices of the library', () => {
  it('go to standard error once', async () => {
    const other = await openHome()
    try {
      await makePictures(other, 'kept', 1)
      await other.run(['batch', 'kept'])
      await writeFile(join(other.folder, 'home', 'data', 'library', 'library.db'), 'no database at all')
      const { stderr, exitCode } = await other.run(['library', 'stats'])
      expect(stderr.match(/damaged/g)?.length).toBeGreaterThan(0)
      expect(stderr.match(/^glyphlens: /gm)?.length).toBe(new Set(stderr.trim().split('\n')).size)
      expect(exitCode).toBe(0)
      expect((await other.run(['library', 'stats'])).stderr).toBe('')
    } finally {
      await other.close()
    }
  })
})
