import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fixturePath } from '../../../fixtures/reading/truth.ts'
import { useAsking } from './asking.ts'

const words = fixturePath({ file: 'size-24.png' })
const crop = fixturePath({ file: 'tiny-crop.png' })

const asking = useAsking()
let shots: string

beforeAll(async () => {
  shots = join(asking.folder, 'shots')
  await mkdir(shots)
  await copyFile(crop, join(shots, 'a.png'))
  await copyFile(words, join(shots, 'b.png'))
})

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/')
    )
    .toSorted()
}

describe('--boxes', () => {
  it('draws them on a PNG of the size of the picture', async () => {
    const boxes = join(asking.folder, 'boxes.png')
    const { stdout, exitCode } = await asking.ask(['detect', words, '--boxes', boxes])
    const png = await readFile(boxes)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([560, 120])
    expect(stdout).toContain('| window |')
    expect(exitCode).toBe(0)
  })

  it('fails on an answer in words', async () => {
    const boxes = join(asking.folder, 'none.png')
    const { stderr, exitCode } = await asking.ask(['detect', words, '--boxes', boxes], 'ok', {
      url: { text: 'I see no objects.' }
    })
    expect(stderr).toContain('answered in words')
    expect(exitCode).toBe(1)
    expect(await readdir(asking.folder)).not.toContain('none.png')
  })
})

describe('--export', () => {
  it.each([
    ['yolo', ['classes.txt', 'images/a.png', 'images/b.png', 'labels/a.txt', 'labels/b.txt']],
    ['coco', ['annotations.json', 'images/a.png', 'images/b.png']],
    ['labelme', ['a.json', 'a.png', 'b.json', 'b.png']]
  ])('%s writes labels and pictures', async (format, files) => {
    const output = join(asking.folder, format)
    const command = ['detect', '--categories', 'cat,dog', '--export', format, '--output', `${output}/`, shots]
    const { stdout, exitCode } = await asking.ask(command)
    expect(await filesOf(output)).toEqual(files)
    const copy = files.find((file) => file.endsWith('b.png')) ?? ''
    expect(await readFile(join(output, copy))).toEqual(await readFile(words))
    expect(stdout).toContain('| cat |')
    expect(exitCode).toBe(0)
  })

  it('of standard input names the picture by its type', async () => {
    const output = join(asking.folder, 'piped')
    const input = await readFile(words)
    const { exitCode } = await asking.ask(['detect', '-', '--export', 'yolo', '-o', `${output}/`], 'ok', { input })
    expect(await filesOf(output)).toEqual(['classes.txt', 'images/standard-input.png', 'labels/standard-input.txt'])
    const lines = (await readFile(join(output, 'labels/standard-input.txt'), 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^0( 0\.\d{6}){4}$/)
    expect(exitCode).toBe(0)
  })

  it('writes nothing of a picture that failed', async () => {
    const output = join(asking.folder, 'partly')
    const { exitCode } = await asking.ask(['detect', 'missing.png', words, '--export', 'labelme', '-o', `${output}/`])
    expect(await filesOf(output)).toEqual(['size-24.json', 'size-24.png'])
    expect(exitCode).toBe(1)
  })

  it.each([
    ['of a dry run', ['--dry-run', words]],
    ['when every picture failed', ['missing.png']]
  ])('writes nothing %s', async (_name, names) => {
    const output = join(asking.folder, 'nothing')
    await asking.ask(['detect', ...names, '--export', 'coco', '-o', `${output}/`])
    expect(await readdir(asking.folder)).not.toContain('nothing')
  })
})
