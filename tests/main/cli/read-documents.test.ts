import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawCode } from '../../fixtures/codes/codes.ts'
import { encryptPdf } from '../../fixtures/documents/encrypt.ts'
import { makePdf, textLine } from '../../fixtures/documents/pdf.ts'
import { runCli } from './run.ts'

const pdf = makePdf({ pages: ['one', 'two', 'three'].map((name) => ({ content: textLine(`Page number ${name}`) })) })
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glyphlens-documents-'))
  file = join(folder, 'three.PDF')
  await writeFile(file, pdf)
})
afterAll(() => rm(folder, { recursive: true }))

describe('glyphlens read with a PDF', () => {
  it('reads each page under its own name', async () => {
    const { stdout, stderr, exitCode } = await runCli(['read', file])
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(stdout).toBe(
      ['one', 'two', 'three'].map((name, index) => `==> ${file}#${index + 1} <==\nPage number ${name}\n`).join('\n')
    )
  })

  it('reads the pages that are named, each into its own file', async () => {
    const output = join(folder, 'texts/')
    const { exitCode } = await runCli(['read', '--pages', '1,3-', '--output', output, file])
    expect(exitCode).toBe(0)
    expect((await readdir(output)).toSorted()).toEqual(['three.PDF#1.txt', 'three.PDF#3.txt'])
    expect(await readFile(join(output, 'three.PDF#3.txt'), 'utf8')).toBe('Page number three\n')
  })

  it('reads one from standard input', async () => {
    const { stdout } = await runCli(['read', '--json', '--pages', '2', '-'], { input: pdf })
    expect(JSON.parse(stdout)).toMatchObject({ file: '-#2', text: 'Page number two', width: 833, codes: [] })
  })

  it.each([
    ['a page that it does not have', ['--pages', '4'], 1, /There is no page 4: the PDF has 3 pages\./],
    ['a range that is none', ['--pages', '3-1'], 2, /“3-1” names no pages\./],
    ['one file for the boxes of several pages', ['--boxes', 'boxes.png'], 2, /--boxes names one file/]
  ])('refuses %s', async (_, options, code, message) => {
    const { stdout, stderr, exitCode } = await runCli(['read', ...options, file])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code })
    expect(stderr).toMatch(message)
  })

  it('says why a document cannot be read, and reads the others', async () => {
    const locked = join(folder, 'locked.pdf')
    const broken = join(folder, 'broken.pdf')
    await writeFile(locked, await encryptPdf(pdf, 'secret'))
    await writeFile(broken, pdf.subarray(0, 100))
    const { stdout, stderr, exitCode } = await runCli(['read', locked, broken, '--pages', '1', file])
    expect(stdout).toBe(`==> ${file}#1 <==\nPage number one\n`)
    expect(stderr).toContain(`${locked}: The PDF is protected by a password.`)
    expect(stderr).toContain(`${broken}: The PDF is damaged`)
    expect(exitCode).toBe(1)
  })

  it('takes a picture for one, whatever its name is', async () => {
    const named = join(folder, 'picture.pdf')
    await writeFile(named, await drawCode('in a picture', 'QRCode'))
    const { stdout, exitCode } = await runCli(['read', '--json', named])
    expect(JSON.parse(stdout)).toMatchObject({ file: named, codes: [{ format: 'QRCode', text: 'in a picture' }] })
    expect(exitCode).toBe(0)
  })
})

describe('glyphlens read with a code', () => {
  it('tells it where there is no text', async () => {
    const { stdout, stderr } = await runCli(['read', '-'], { input: await drawCode('https://example.com', 'QRCode') })
    expect({ stdout, stderr }).toEqual({
      stdout: '',
      stderr: 'No text was found in -.\n-: QRCode https://example.com\n'
    })
  })
})
