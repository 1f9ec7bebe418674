import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { quad } from '../../../main/engine/protocol/geometry.ts'
import { failureCodes } from '../../../main/failure.ts'
import { fixturePath } from '../../fixtures/reading/truth.ts'
import { runCli } from './run.ts'

const words = fixturePath({ file: 'size-24.png' })
const crop = fixturePath({ file: 'tiny-crop.png' })
const blank = fixturePath({ file: 'blank.png' })

const readingLine = z.strictObject({
  file: z.string(),
  text: z.string(),
  lines: z.array(z.strictObject({ text: z.string(), quad, confidence: z.number().min(0).max(1) })),
  codes: z.array(z.strictObject({ format: z.string(), text: z.string(), quad })),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  turn: z.literal([0, 90, 180, 270]),
  partial: z.literal(true).optional(),
  pack: z.string(),
  milliseconds: z.number().int().nonnegative()
})
const failureLine = z.strictObject({
  file: z.string(),
  error: z.strictObject({ code: z.enum(failureCodes), message: z.string(), advice: z.string().optional() })
})

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glyphlens-cli-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('glyphlens read', () => {
  it('prints the text of a file and nothing else', async () => {
    const { stdout, stderr, exitCode } = await runCli(['read', words])
    expect(stdout).toMatch(/^Morning ferry leaves at 7:45[^=]+\n$/)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  })

  it('reads standard input', async () => {
    const { stdout, exitCode } = await runCli(['read', '-'], { input: await readFile(crop) })
    expect({ stdout, exitCode }).toEqual({ stdout: 'Save as\n', exitCode: 0 })
  })

  it('puts each of several texts below its name, and goes on after one that fails', async () => {
    const { stdout, stderr, exitCode } = await runCli(['read', crop, 'missing.png', words])
    expect(stdout.split('\n').slice(0, 4)).toEqual([`==> ${crop} <==`, 'Save as', '', `==> ${words} <==`])
    expect(stderr).toMatch(/^glyphlens: There is no file “missing.png”.\n {2}\S.*\n$/)
    expect(exitCode).toBe(1)
  })

  it('reads what is left of a cut file, and says so', async () => {
    const whole = await readFile(join(import.meta.dirname, '../../../assets/samples/receipt.png'))
    const input = whole.subarray(0, Math.floor(whole.length * 0.6))
    const { stdout, stderr, exitCode } = await runCli(['read', '--json', '-'], { input })
    const left = readingLine.parse(JSON.parse(stdout))
    expect(left).toMatchObject({ partial: true, text: expect.stringMatching(/^Willow Lane Tea House/) })
    expect(left.text).not.toContain('Total')
    expect(stderr).toMatch(/^glyphlens: \S+: The file is damaged or its end is missing.*\n$/)
    expect(exitCode).toBe(0)
  })

  it('says so when there is no text', async () => {
    const { stdout, stderr, exitCode } = await runCli(['read', blank])
    expect({ stdout, stderr, exitCode }).toEqual({
      stdout: '',
      stderr: `No text was found in ${blank}.\n`,
      exitCode: 0
    })
  })

  it('prints one JSON object a picture, in order, also for one that failed', async () => {
    const { stdout, exitCode } = await runCli(['read', '--json', words, 'missing.png', '-'], {
      input: await readFile(crop)
    })
    const [first, second, third] = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(readingLine.parse(first)).toMatchObject({ file: words, width: 560, height: 120, pack: 'ppocr-v4-mobile' })
    expect(readingLine.parse(first).lines[0]?.text).toBe('Morning ferry leaves at 7:45')
    expect(failureLine.parse(second)).toMatchObject({ file: 'missing.png', error: { code: 'picture-missing' } })
    expect(readingLine.parse(third)).toMatchObject({ file: '-', text: 'Save as' })
    expect(exitCode).toBe(1)
  })

  it.each(['画 – ü 🎫.png', ' two  spaces .png', '-dash.png', '--json'])('reads a file named “%s”', async (name) => {
    await copyFile(crop, join(folder, name))
    const { stdout, exitCode } = await runCli(['read', '--', name], { cwd: folder })
    expect({ stdout, exitCode }).toEqual({ stdout: 'Save as\n', exitCode: 0 })
  })

  it('shows a name with control characters without them', async () => {
    const { stderr, exitCode } = await runCli(['read', 'red\u001B[31m\u0007.png'])
    expect(stderr).toMatch(/^glyphlens: There is no file “red\uFFFD?.png”/)
    expect(exitCode).toBe(1)
  })

  it('says what is wrong with what is no picture', async () => {
    const path = join(folder, 'text.png')
    await writeFile(path, 'no picture at all')
    const { stdout, stderr, exitCode } = await runCli(['read', path])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 })
    expect(stderr).toMatch(/^glyphlens: .*text\.png.*\n {2}\S/)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('shows the cause with --verbose', async () => {
    const { stderr } = await runCli(['read', '--verbose', 'missing.png'])
    expect(stderr).toMatch(/picture-missing: .*ENOENT/)
  })
})

describe('folders', () => {
  it('reads the pictures of a folder, and with --recursive those of the folders inside', async () => {
    const outer = join(folder, 'outer')
    await mkdir(join(outer, 'inner'), { recursive: true })
    await copyFile(crop, join(outer, 'a.png'))
    await copyFile(crop, join(outer, 'inner', 'b.png'))
    await writeFile(join(outer, 'notes.txt'), 'no picture')
    const flat = await runCli(['read', outer])
    expect({ ...flat }).toMatchObject({ stdout: 'Save as\n', stderr: '', exitCode: 0 })
    const deep = await runCli(['read', '--recursive', outer])
    expect(deep.stdout).toBe(
      `==> ${join(outer, 'a.png')} <==\nSave as\n\n==> ${join(outer, 'inner', 'b.png')} <==\nSave as\n`
    )
  })

  it('says when a folder holds no picture', async () => {
    const empty = join(folder, 'empty')
    await mkdir(empty)
    const { stderr, exitCode } = await runCli(['read', empty])
    expect(stderr).toContain(`There is no picture in the folder “${empty}”.`)
    expect(stderr).toContain('--recursive')
    expect(exitCode).toBe(1)
  })
})

describe('--output', () => {
  it('writes one file for each picture into a folder that need not exist', async () => {
    const output = join(folder, 'texts')
    await runCli(['read', crop, words, 'missing.png', '--output', `${output}/`])
    expect((await readdir(output)).toSorted()).toEqual(['size-24.png.txt', 'tiny-crop.png.txt'])
    expect(await readFile(join(output, 'tiny-crop.png.txt'), 'utf8')).toBe('Save as\n')
  })

  it('gives pictures of one name from different folders files of their own', async () => {
    const twin = join(folder, 'twin')
    const output = join(folder, 'twins')
    await mkdir(twin)
    await mkdir(output)
    await copyFile(crop, join(twin, 'tiny-crop.png'))
    const { stdout, exitCode } = await runCli(['read', crop, twin, '--output', output])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 })
    expect((await readdir(output)).toSorted()).toEqual(['tiny-crop.png (2).txt', 'tiny-crop.png.txt'])
  })

  it('replaces a file with everything that would have been printed', async () => {
    const output = join(folder, 'all.jsonl')
    await writeFile(output, 'former')
    const { stdout } = await runCli(['read', crop, 'missing.png', '--json', '--output', output])
    expect(stdout).toBe('')
    const lines = (await readFile(output, 'utf8')).trimEnd().split('\n')
    expect(lines.map((line) => z.union([readingLine, failureLine]).parse(JSON.parse(line)).file)).toEqual([
      crop,
      'missing.png'
    ])
  })

  it.each([
    ['into a folder that is not there', 'nowhere/text.txt', /could not be written.*\n.*does not exist/],
    ['below a file', 'all.jsonl/text.txt', /could not be written/]
  ])('refuses to write %s before anything is read', async (_name, path, sentence) => {
    const { stderr, exitCode } = await runCli(['read', crop, '--output', join(folder, path)])
    expect(stderr).toMatch(sentence)
    expect(exitCode).toBe(1)
  })
})

describe('--boxes', () => {
  it('writes a PNG of the size of the picture', async () => {
    const boxes = join(folder, 'boxes.png')
    const { stdout, exitCode } = await runCli(['read', words, '--boxes', boxes])
    expect(stdout).toContain('Morning ferry leaves at 7:45')
    expect(exitCode).toBe(0)
    const png = await readFile(boxes)
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([560, 120])
  })

  it('writes one for each picture into a folder', async () => {
    const output = join(folder, 'drawn')
    await runCli(['read', crop, words, '--boxes', `${output}/`])
    expect((await readdir(output)).toSorted()).toEqual(['size-24.png.boxes.png', 'tiny-crop.png.boxes.png'])
  })
})

describe('layouts', () => {
  it('makes a table when a table format is named', async () => {
    const { stdout, exitCode } = await runCli(['read', crop, '--table-format', 'html'])
    expect(stdout).toMatch(/<table>[\s\S]*Save as/)
    expect(exitCode).toBe(0)
  })

  it('joins everything with --layout single', async () => {
    const { stdout } = await runCli(['read', words, '--layout', 'single'])
    expect(stdout).toMatch(/^Morning ferry leaves at 7:45.+\n$/)
  })
})
