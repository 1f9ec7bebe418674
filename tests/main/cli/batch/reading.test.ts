import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixturePath } from '../../../fixtures/reading/truth.ts'
import { jsonLines } from '../ask/asking.ts'
import { ended } from '../run.ts'
import { distinctPicture, type Home, makePictures, openHome } from './home.ts'

let home: Home

beforeAll(async () => {
  home = await openHome()
})

afterAll(() => home.close())

describe('a batch that is read on this machine', () => {
  it('says what it will do and what came of it, and keeps it all', async () => {
    await makePictures(home, 'three', 3)
    const { stdout, stderr, exitCode } = await home.run(['batch', 'three'])
    expect(stderr).toBe('3 pictures to be read on this machine.\n3 pictures: 3 done.\n')
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 })
    const { stdout: found } = await home.run(['search', 'save', '--json'])
    expect(jsonLines(found).map((hit) => (hit as { name: string }).name)).toEqual(['3.png', '2.png', '1.png'])
  })

  it('does nothing twice, and sees what is new', async () => {
    const folder = await makePictures(home, 'growing', 2)
    await home.run(['batch', 'growing'])
    await writeFile(join(folder, 'more.png'), await distinctPicture('more'))
    const { stderr } = await home.run(['batch', 'growing'])
    expect(stderr).toBe(
      '3 pictures, 2 of them done before, to be read on this machine.\n3 pictures: 3 done (2 of them before).\n'
    )
  })

  it('reads a file anew that has changed, and knows its former self', async () => {
    const folder = await makePictures(home, 'changing', 1)
    const path = join(folder, '1.png')
    await home.run(['batch', 'changing'])
    const former = await readFile(path)
    await copyFile(fixturePath({ file: 'size-24.png' }), path)
    const { stdout } = await home.run(['batch', 'changing', '--json'])
    expect(jsonLines(stdout)).toMatchObject([{ width: 560 }])
    await writeFile(path, former)
    const { stderr } = await home.run(['batch', 'changing'])
    expect(stderr).toContain('1 picture: 1 done (1 of them before).')
  })

  it('asks again on wish, once', async () => {
    await makePictures(home, 'again', 2)
    await home.run(['batch', 'again'])
    const { stderr } = await home.run(['batch', 'again', '--again'])
    expect(stderr).toContain('2 pictures: 2 done.\n')
    const { stdout } = await home.run(['queue', 'list', '--batches', '--json'])
    const batches = jsonLines(stdout) as { title: string; states: { done: number } }[]
    expect(batches.filter(({ title }) => title === 'again').map(({ states }) => states.done)).toEqual([2, 2])
  })

  it('writes a text for every picture of a folder', async () => {
    await makePictures(home, 'texts', 2)
    await mkdir(join(home.folder, 'texts', 'inner'))
    await writeFile(join(home.folder, 'texts', 'inner', '1.png'), await distinctPicture('inner'))
    const { exitCode } = await home.run(['batch', '--recursive', 'texts', '--output', 'out/'])
    expect(exitCode).toBe(0)
    const files = await readdir(join(home.folder, 'out'), { recursive: true })
    expect(files.toSorted()).toEqual(['1.png.txt', '2.png.txt', 'inner', 'inner/1.png.txt'])
    expect(await readFile(join(home.folder, 'out', 'inner', '1.png.txt'), 'utf8')).toBe('Save as\n')
  })

  it('prints JSON as "read" does, with the number of the entry', async () => {
    await makePictures(home, 'json', 1)
    const { stdout } = await home.run(['batch', '--json', 'json'])
    const [record] = jsonLines(stdout)
    expect(record).toMatchObject({
      id: expect.any(Number),
      task: 'read',
      file: join('json', '1.png'),
      text: 'Save as',
      turn: 0,
      pack: 'ppocr-v4-mobile'
    })
    const { lines } = record as { lines: unknown[] }
    expect(lines).toMatchObject([{ text: 'Save as', quad: [[expect.any(Number), expect.any(Number)], {}, {}, {}] }])
  })

  it('takes patterns and names, each picture once', async () => {
    await makePictures(home, 'named', 3)
    const pattern = await home.run(['batch', 'named/[12].png', '--json'])
    expect(jsonLines(pattern.stdout).map((record) => (record as { file: string }).file)).toEqual([
      join('named', '1.png'),
      join('named', '2.png')
    ])
    const names = await home.run(['batch', 'named/2.png', 'named/3.png'])
    expect(names.stderr).toContain('2 pictures: 2 done (1 of them before).')
  })

  it('goes past what cannot be read, lists it at the end and exits with 1', async () => {
    const folder = await makePictures(home, 'mixed', 3)
    await writeFile(join(folder, '2.png'), (await readFile(join(folder, '2.png'))).subarray(0, 60))
    await writeFile(join(folder, 'words.png'), 'no picture')
    const { stdout, stderr, exitCode } = await home.run(['batch', 'mixed', 'mixed/gone.png', '--json'])
    const records = jsonLines(stdout) as { file: string; error?: { code: string } }[]
    expect(records.filter(({ error }) => error === undefined).map(({ file }) => file)).toEqual([
      join('mixed', '1.png'),
      join('mixed', '3.png')
    ])
    const codes = Object.fromEntries(records.map(({ file, error }) => [file.replace(/^mixed./, ''), error?.code]))
    expect(codes).toMatchObject({ 'gone.png': 'picture-missing', 'words.png': 'picture-format' })
    expect(codes['2.png']).toMatch(/^picture-/)
    expect(stderr.indexOf('gone.png')).toBeGreaterThan(stderr.indexOf('to be read'))
    expect(stderr).toMatch(/5 pictures: 2 done, 3 failed\.\n$/)
    expect(exitCode).toBe(1)
  })

  it('stops at Ctrl+C, and the same command goes on', async () => {
    await makePictures(home, 'stopped', 12)
    const child = home.start(['batch', 'stopped', '--json'])
    const whole = ended(child)
    child.stdout.once('data', () => child.kill('SIGINT'))
    const { stdout, stderr, exitCode } = await whole
    const first = jsonLines(stdout) as { error?: unknown; id: number }[]
    const done = first.filter(({ error }) => error === undefined).length
    expect(stderr).toContain('Stopped. "glyphlens queue resume" lets it go on, and so does the same command once more.')
    expect(exitCode).toBe(130)
    const { stderr: later } = await home.run(['batch', 'stopped'])
    expect(later).toContain(`12 pictures: 12 done (${done} of them before).`)
  })

  it('goes on from where it was killed', async () => {
    await makePictures(home, 'killed', 10)
    const child = home.start(['batch', 'killed', '--json'])
    const whole = ended(child)
    child.stdout.once('data', () => child.kill('SIGKILL'))
    await whole
    const { stderr, exitCode } = await home.run(['batch', 'killed'])
    expect(stderr).toMatch(/10 pictures: 10 done \([1-9] of them before\)\.\n$/)
    expect(exitCode).toBe(0)
    const { stdout } = await home.run(['queue', 'list', '--batches', '--json'])
    const batches = jsonLines(stdout) as { title: string; states: { done: number } }[]
    expect(batches.filter(({ title }) => title === 'killed')).toMatchObject([{ states: { done: 10 } }])
  })

  it('is shared by two commands at once', async () => {
    await makePictures(home, 'shared', 8)
    const both = await Promise.all([home.run(['batch', 'shared']), home.run(['batch', 'shared'])])
    for (const { stderr, exitCode } of both) {
      expect(stderr).toMatch(/8 pictures: 8 done.*\n$/)
      expect(exitCode).toBe(0)
    }
    const { stdout } = await home.run(['search', '--limit', '1000', '--json', '--since', '1h'])
    const origins = (jsonLines(stdout) as { origin: string }[]).map(({ origin }) => origin)
    expect(origins.filter((origin) => origin.includes('shared'))).toHaveLength(8)
  })
})

describe('a command line that cannot be meant', () => {
  it.each([
    [['https://example.com/a.png'], 2, 'A batch takes folders'],
    [['-'], 2, 'A batch takes folders'],
    [['.', '--precise'], 2, '--precise is for asking a vision model'],
    [['.', '--task', 'describe', '--layout', 'code'], 2, '--layout is for reading'],
    [['.', '--task', 'ask'], 2, 'question'],
    [['.', '--task', 'describe', '--provider', 'nobody'], 2, 'not known'],
    [['none-*.png'], 1, 'No picture matches'],
    [['nowhere.png'], 1, 'There is no file'],
    [['empty'], 1, 'There is no picture in the folder']
  ])('%j exits with %i', async (words, code, sentence) => {
    await mkdir(join(home.folder, 'empty'), { recursive: true })
    const { stderr, exitCode } = await home.run(['batch', ...words])
    expect(stderr).toContain(sentence)
    expect(exitCode).toBe(code)
  })
})
