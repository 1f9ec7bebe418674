import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { presets } from '../../../main/vision/presets.ts'
import { jsonLines, useAsking } from './ask/asking.ts'
import { runCli } from './run.ts'

const providerLine = z.strictObject({
  id: z.string(),
  title: z.string(),
  address: z.string(),
  key: z.strictObject({ from: z.enum(['environment', 'file']), lastFour: z.string() }).optional(),
  keyNeeded: z.boolean(),
  variable: z.string().optional(),
  chosen: z.boolean()
})

const asking = useAsking()
const run = (...words: string[]) => runCli(['providers', ...words], { environment: asking.environment })
const vision = async (): Promise<unknown> => {
  const config = JSON.parse(await readFile(join(asking.folder, 'home/data/config.json'), 'utf8')) as { vision: unknown }
  return config.vision
}

describe('glyphlens providers list', () => {
  it('shows every provider, the chosen one, and where keys are', async () => {
    const { stdout, exitCode } = await run('list')
    expect(stdout).toMatch(/^\* {2}modelscope +key …0000, environment +https:\/\/api-inference\.modelscope\.cn\/v1$/m)
    expect(stdout).toMatch(/^ {3}openai +no key: OPENAI_API_KEY +https:\/\/api\.openai\.com\/v1$/m)
    expect(stdout).toMatch(/^ {3}ollama +needs no key/m)
    expect(exitCode).toBe(0)
  })

  it('lists them as JSON, one a line', async () => {
    const { stdout } = await run('list', '--json')
    const lines = jsonLines(stdout).map((line) => providerLine.parse(line))
    expect(lines.map(({ id }) => id)).toEqual(presets.map(({ id }) => id))
    expect(lines.filter(({ chosen }) => chosen)).toMatchObject([{ id: 'modelscope', key: { from: 'environment' } }])
  })
})

describe('glyphlens providers use', () => {
  it('keeps the choice and what is changed, and takes an address back', async () => {
    const options = ['--base-url', 'http://127.0.0.1:8000/v1/chat/completions', '--fast', 'my/model']
    expect((await run('use', 'cluster', ...options, '--concurrency', '16')).exitCode).toBe(0)
    const settings = { baseUrl: 'http://127.0.0.1:8000/v1', fast: 'my/model', concurrency: 16 }
    expect(await vision()).toEqual({ provider: 'vllm', providers: { vllm: settings } })
    await run('use', 'vllm', '--base-url', '')
    expect(await vision()).toEqual({ provider: 'vllm', providers: { vllm: { fast: 'my/model', concurrency: 16 } } })
    const { stderr } = await run('use', 'modelscope')
    expect(stderr).toBe('ModelScope is asked from now on.\n')
  })

  it.each([
    ['an unknown provider', ['nope'], 'Choose one of modelscope'],
    ['custom without an address', ['custom'], '--base-url'],
    ['what is no address', ['vllm', '--base-url', 'here'], 'not the address of a server'],
    ['too much at a time', ['vllm', '--concurrency', '65'], 'from 1 to 64']
  ])('refuses %s', async (_name, words, sentence) => {
    const { stderr, exitCode } = await run('use', ...words)
    expect(stderr).toContain(sentence)
    expect(exitCode).toBe(2)
  })
})

describe('glyphlens providers test', () => {
  it('says step by step what works, with one call', async () => {
    const { stdout, exitCode } = await asking.ask(['providers', 'test'])
    expect(stdout.match(/^ok {4}\w+: /gm)).toHaveLength(6)
    expect(stdout).toMatch(/ answered in \d+ ms\.\n$/)
    expect(exitCode).toBe(0)
    expect(asking.server.log()).toHaveLength(1)
  })

  it.each([
    ['401', 3, /^ok {4}Connection.*\nFAIL {2}Key: .*\(vision-auth\)\n {8}\S.*\n- {5}Account: not reached\n/],
    ['no-vision-200', 1, /ok {4}Quota.*\nFAIL {2}Sight: .*without having seen/],
    ['refused', 4, /^FAIL {2}Connection: .*\n {8}\S.*\n- {5}Key: not reached/]
  ])('of %s ends with %i', async (scenario, code, expected) => {
    const { stdout, exitCode } = await asking.ask(['providers', 'test'], scenario)
    expect(stdout).toMatch(expected)
    expect(exitCode).toBe(code)
  })

  it('says it as JSON', async () => {
    const { stdout } = await asking.ask(['providers', 'test', 'modelscope', '--json'], '401')
    expect(jsonLines(stdout)).toMatchObject([
      {
        ok: false,
        error: { code: 'vision-auth' },
        steps: expect.arrayContaining([{ step: 'key', state: 'failed' }]) as unknown
      }
    ])
  })
})

describe('glyphlens providers models', () => {
  it('lists them, with what is known of their sight', async () => {
    const environment = { OPENROUTER_API_KEY: asking.server.key }
    const options = { environment, url: { as: 'openrouter' } } as const
    const { stdout, exitCode } = await asking.ask(['providers', 'models', 'openrouter'], 'ok', options)
    expect(stdout).toMatch(/^Qwen\/Qwen3-VL-8B-Instruct +sees pictures$/m)
    expect(stdout).toMatch(/^Qwen\/Qwen3-235B-A22B +text only$/m)
    expect(exitCode).toBe(0)
  })
})

describe('glyphlens providers learn', () => {
  it('prints and keeps what it learns', async () => {
    const { stdout, exitCode } = await asking.ask(['providers', 'learn', '--model', 'any/model'])
    expect(stdout).toMatch(/^Text: .*\nBoxes: .*\n$/)
    expect(exitCode).toBe(0)
    const learned = { [`${asking.server.url('ok')} any/model`]: { time: expect.any(Number) as number } }
    expect(await vision()).toMatchObject({ learned })
  })
})
