import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPseudoTerminal, startOnTerminal } from './pseudo-terminal.ts'
import { ended, runCli } from './run.ts'

let home: string
let file: string
const run = (words: readonly string[], input?: string) =>
  runCli(['keys', ...words], { environment: { GLYPHLENS_HOME: home }, ...(input !== undefined && { input }) })
const stored = async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'glyphlens-keys-'))
  file = join(home, 'data', 'keys.json')
})

afterAll(async () => {
  await rm(home, { recursive: true })
})

describe('glyphlens keys', () => {
  it('stores what comes on standard input, as people paste it', async () => {
    const { stdout, stderr, exitCode } = await run(['set', 'modelscope', '--unencrypted'], 'Bearer ms-0123456789abcd\n')
    expect(stderr).toBe('The key of ModelScope is stored. "glyphlens providers test modelscope" tries it.\n')
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 })
    expect(await stored()).toEqual({ modelscope: 'ms-0123456789abcd' })
  })

  // Windows has no such modes: there the folder of the person is closed to others.
  it.skipIf(process.platform === 'win32')('keeps them in a file that nobody else may read', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('lists them by their ends, and forgets them', async () => {
    await run(['set', 'OpenAI', '--unencrypted'], 'sk-0123456789wxyz')
    expect((await run(['list'])).stdout).toBe('modelscope  …abcd\nopenai      …wxyz\n')
    expect((await run(['list', '--json'])).stdout).toContain('{"provider":"openai","lastFour":"wxyz"}\n')
    expect(await run(['remove', 'openai'])).toMatchObject({ stderr: 'The key of OpenAI is removed.\n', exitCode: 0 })
    expect(await run(['remove', 'openai'])).toMatchObject({ stderr: 'No key of OpenAI is stored.\n', exitCode: 1 })
    expect(await stored()).toEqual({ modelscope: 'ms-0123456789abcd' })
  })

  it('says which keys only the desktop app has, and does not look for them in vain', async () => {
    const other = await mkdtemp(join(tmpdir(), 'glyphlens-keys-'))
    await mkdir(join(other, 'data'))
    const record = { version: 1, ciphertext: 'djEx', lastFour: 'wxyz' }
    await writeFile(join(other, 'data', 'vault.json'), JSON.stringify({ keys: { openai: record } }))
    const options = { environment: { GLYPHLENS_HOME: other } }
    const list = await runCli(['keys', 'list'], options)
    expect(list.stderr).toContain('The desktop app keeps keys of its own, which only it can open: openai …wxyz.')
    const tested = await runCli(['providers', 'test', 'openai'], options)
    expect(tested.stderr).toContain('encrypted for it alone')
    expect(tested.stderr).toContain('glyphlens keys set openai --unencrypted')
    expect(tested.exitCode).toBe(3)
    await rm(other, { recursive: true })
  })

  it.each([
    [
      'to store without being told that nothing is encrypted',
      ['set', 'openai'],
      'sk-0123456789wxyz',
      2,
      'OPENAI_API_KEY'
    ],
    ['an unknown provider', ['set', 'nope', '--unencrypted'], 'sk-0123456789wxyz', 2, 'Choose one of'],
    ['a key as an argument', ['set', 'openai', 'sk-0123456789wxyz', '--unencrypted'], '', 2, 'too many arguments'],
    ['nothing', ['set', 'openai', '--unencrypted'], ' \n', 2, 'No key came'],
    ['an address', ['set', 'openai', '--unencrypted'], 'https://example.com', 3, 'not a key'],
    ['two keys', ['set', 'openai', '--unencrypted'], 'sk-1 sk-2', 3, 'blanks'],
    ['what is far too long', ['set', 'openai', '--unencrypted'], 'x'.repeat(70_000), 2, 'too long']
  ])('refuses %s', async (_name, words, input, code, sentence) => {
    const { stdout, stderr, exitCode } = await run(words, input)
    expect(stderr).toContain(sentence)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code })
    expect(await stored()).toEqual({ modelscope: 'ms-0123456789abcd' })
  })
})

const start = () => startOnTerminal(['keys', 'set', 'siliconflow', '--unencrypted'], { GLYPHLENS_HOME: home })

describe.skipIf(!hasPseudoTerminal)('on a terminal', () => {
  it('a key is asked for and not shown', async () => {
    const child = start()
    const end = ended(child)
    child.stdout.once('data', () => child.stdin.write('sk-typed-0123456789\r'))
    const { stdout, exitCode } = await end
    expect(stdout).toContain('Key of SiliconFlow: ')
    expect(stdout).not.toContain('typed')
    expect(exitCode).toBe(0)
    expect(await stored()).toMatchObject({ siliconflow: 'sk-typed-0123456789' })
  })

  it.each([
    ['Ctrl+C', '\u0003', 130],
    ['Ctrl+D', '\u0004', 2]
  ])('%s ends it', async (_name, keys, code) => {
    const child = start()
    const end = ended(child)
    child.stdout.once('data', () => child.stdin.write(keys))
    expect((await end).exitCode).toBe(code)
  })
})
