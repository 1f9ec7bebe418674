import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixturePath } from '../../../fixtures/reading/truth.ts'
import { type Ended, runCli } from '../run.ts'
import { jsonLines, useAsking } from './asking.ts'

const words = fixturePath({ file: 'size-24.png' })
/** What is to be seen nowhere. */
const canary = 'ms-canary-5f0c7a9e-1b2d-4c3e-8f60-0123456789ab'

const asking = useAsking()

describe('--dry-run', () => {
  it('says what would go where, and sends nothing', async () => {
    const { stdout, stderr, exitCode } = await asking.ask(['ask', '-q', 'What is it?', '--dry-run', words])
    expect(stdout).toMatch(
      /^to +127\.0\.0\.1:\d+ \(ModelScope\)\nmodel +Qwen\/\S+\ncalls +1\npicture +576 x 128, \w+\n/
    )
    expect(stdout).toMatch(/\nbytes +\d+ kB\ntokens +about \d+ .*\ntext .*goes along\n$/)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(asking.server.log()).toEqual([])
  })

  it('says it as JSON, for each of several', async () => {
    const { stdout } = await asking.ask(['describe', '--dry-run', '--json', words, 'missing.png'])
    expect(jsonLines(stdout)).toMatchObject([
      { file: words, task: 'describe', provider: 'modelscope', calls: 1, localText: false, notices: [] },
      { file: 'missing.png', error: { code: 'picture-missing' } }
    ])
    expect(asking.server.log()).toEqual([])
  })
})

describe('a key', () => {
  const environment = { MODELSCOPE_API_KEY: canary, GLYPHLENS_DEBUG: '1' }
  const runs: readonly (readonly [string, () => Promise<Ended>])[] = [
    ['an answer', () => asking.ask(['describe', '--json', words], 'ok', { environment, url: { key: canary } })],
    ['a refusal', () => asking.ask(['describe', '--json', words], '401', { environment, url: { key: canary } })],
    ['a line that broke', () => asking.ask(['describe', words], 'tls-self', { environment })],
    ['a forecast', () => asking.ask(['describe', '--dry-run', words], 'ok', { environment, url: { key: canary } })],
    ['a test', () => asking.ask(['providers', 'test'], 'ok', { environment, url: { key: canary } })],
    [
      'a list',
      () => runCli(['providers', 'list', '--json'], { environment: { ...asking.environment, ...environment } })
    ],
    [
      'storing',
      () =>
        runCli(['keys', 'set', 'modelscope', '--unencrypted'], {
          environment: { ...asking.environment, ...environment },
          input: canary
        })
    ],
    [
      'a form that is wrong',
      () =>
        runCli(['keys', 'set', 'modelscope', '--unencrypted'], {
          environment: { ...asking.environment, ...environment },
          input: `${canary} ${canary}`
        })
    ]
  ]

  it.each(runs)('is in nothing that %s writes', async (_name, run) => {
    const { stdout, stderr } = await run()
    expect(`${stdout}${stderr}`).not.toContain(canary)
    expect(`${stdout}${stderr}`).not.toBe('')
  })

  it('is in no file but that of the keys', async () => {
    const home = join(asking.folder, 'home')
    const entries = await readdir(home, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const contents = await Promise.all(files.map(async (path) => [path, await readFile(path, 'latin1')] as const))
    const holding = contents.filter(([, content]) => content.includes(canary)).map(([path]) => path)
    expect(holding).toEqual([join(home, 'data', 'keys.json')])
  })
})

describe("OpenAI's variables", () => {
  it('of another program change nothing', async () => {
    const { exitCode } = await asking.ask(['describe', words], 'ok', {
      environment: {
        OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
        OPENAI_ORG_ID: 'org-other',
        OPENAI_PROJECT_ID: 'proj-other',
        OPENAI_API_KEY: 'sk-other'
      }
    })
    expect(exitCode).toBe(0)
    const names = asking.server.log().flatMap(({ headerNames }) => headerNames)
    expect(names.filter((name) => name.startsWith('openai'))).toEqual([])
  })

  it('still hold its own key', async () => {
    const { exitCode } = await asking.ask(['describe', words, '--provider', 'openai'], 'ok', {
      environment: { OPENAI_API_KEY: asking.server.key },
      url: { as: 'openai' }
    })
    expect(exitCode).toBe(0)
  })
})
