import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonLines } from '../ask/asking.ts'
import { distinctPicture, type Home, makePictures, openHome } from '../batch/home.ts'
import { ended } from '../run.ts'

let home: Home

beforeAll(async () => {
  home = await openHome()
})

afterAll(() => home.close())

/** Resolves when a stream of the command has said something. */
function until(child: ChildProcessWithoutNullStreams, stream: 'stdout' | 'stderr', words: string): Promise<void> {
  let said = ''
  return new Promise((resolve) => {
    child[stream].on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(words)) resolve()
    })
  })
}

describe('watch', () => {
  it('prints a line for each picture that arrives, and ends well at Ctrl+C', async () => {
    await mkdir(join(home.folder, 'inbox'))
    const child = home.start(['watch', 'inbox'])
    const whole = ended(child)
    await until(child, 'stderr', 'Watching inbox.')
    const first = until(child, 'stdout', 'first.png')
    await writeFile(join(home.folder, 'inbox', 'first.png'), await distinctPicture('first'))
    await first
    const second = until(child, 'stdout', 'second.png')
    const damaged = until(child, 'stderr', 'damaged.png')
    await writeFile(join(home.folder, 'inbox', 'damaged.png'), 'no picture')
    await writeFile(join(home.folder, 'half.png'), await distinctPicture('second'))
    await rename(join(home.folder, 'half.png'), join(home.folder, 'inbox', 'second.png'))
    await Promise.all([second, damaged])
    child.kill('SIGINT')
    const { stdout, exitCode } = await whole
    expect(stdout).toBe(`${join('inbox', 'first.png')}: Save as\n${join('inbox', 'second.png')}: Save as\n`)
    expect(exitCode).toBe(0)
    const { stdout: batches } = await home.run(['queue', 'list', '--batches', '--json'])
    expect(jsonLines(batches)).toMatchObject([{ watched: false, states: { done: 2 } }])
  })

  it('takes what is there already on wish, as JSON or into files', async () => {
    await makePictures(home, 'there', 2)
    const child = home.start(['watch', 'there', '--all', '--json'])
    const whole = ended(child)
    await until(child, 'stdout', '2.png')
    child.kill('SIGINT')
    expect(jsonLines((await whole).stdout)).toMatchObject([
      { file: join('there', '1.png'), task: 'read', text: 'Save as' },
      { file: join('there', '2.png'), task: 'read', text: 'Save as' }
    ])
    await mkdir(join(home.folder, 'texts'))
    const other = home.start(['watch', 'there', '--all', '--output', 'texts', '--verbose'])
    const ending = ended(other)
    await until(other, 'stderr', 'Watching')
    await writeFile(join(home.folder, 'there', '3.png'), await distinctPicture('third'))
    await until(other, 'stderr', '3.png')
    other.kill('SIGINT')
    await ending
    for (const name of ['1', '2', '3']) {
      expect(await readFile(join(home.folder, 'texts', `${name}.png.txt`), 'utf8')).toBe('Save as\n')
    }
  })

  it.each([
    [['nowhere'], 1, 'There is no folder “nowhere”'],
    [['.', '--output', 'texts.txt'], 2, '--output names a file'],
    [['.', '--task', 'ask'], 2, 'question']
  ])('refuses %j', async (words, code, sentence) => {
    const { stderr, exitCode } = await home.run(['watch', ...words])
    expect(stderr).toContain(sentence)
    expect(exitCode).toBe(code)
  })
})
