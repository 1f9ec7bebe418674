import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { failureCodes } from '../../../../main/failure.ts'
import { taskNames } from '../../../../main/tasks/options.ts'
import { chartData, detection, tableData } from '../../../../main/tasks/result.ts'
import { fixturePath } from '../../../fixtures/reading/truth.ts'
import { runCli } from '../run.ts'
import { jsonLines, useAsking } from './asking.ts'

const crop = fixturePath({ file: 'tiny-crop.png' })
const words = fixturePath({ file: 'size-24.png' })
const sentence = 'It shows some lines of text and a button.'

const tokens = z.number().int().nonnegative()
const answerLine = z.strictObject({
  file: z.string(),
  task: z.enum(taskNames),
  model: z.string().min(1),
  provider: z.string().min(1),
  text: z.string().min(1),
  result: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text') }),
    z.strictObject({ kind: z.literal('boxes'), detections: z.array(detection), prose: z.string() }),
    z.strictObject({ kind: z.literal('chart'), chart: chartData, prose: z.string() }),
    z.strictObject({ kind: z.literal('tables'), tables: z.array(tableData), prose: z.string() })
  ]),
  usage: z.strictObject({ promptTokens: tokens, completionTokens: tokens, totalTokens: tokens }).optional(),
  estimatedTokens: tokens,
  calls: z.number().int().positive(),
  sentBytes: z.number().int().positive(),
  truncated: z.boolean(),
  notices: z.array(z.string()),
  milliseconds: z.number().int().nonnegative()
})
const failureLine = z.strictObject({
  file: z.string(),
  error: z.strictObject({ code: z.enum(failureCodes), message: z.string(), advice: z.string().optional() }),
  partial: z.string().optional()
})

const asking = useAsking()

describe('a task', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['describe', ['describe'], /^A picture of .* button\. 你好 😀\n$/],
    ['describe in Chinese', ['describe', '--lang', 'zh-CN'], /^这是一张.*\n$/],
    ['ask', ['ask', '--question', 'What is the total?'], /^The picture says that the total is 114\.00 euros\./],
    ['detect', ['detect'], /^\| label \| x0 \| y0 \| x1 \| y1 \|\n(\|.*\|\n){4}$/],
    ['detect what is named', ['detect', '--categories', 'cat, dog'], /\| cat \|.*\n\| dog \|/],
    ['chart', ['chart'], /Revenue[\s\S]*\| Q1 \| 12\.5 \| 9 \|/],
    ['chart as CSV', ['chart', '--format', 'csv'], /^Quarter,North,South\nQ1,12\.5,9\nQ2,14,10\.5\nQ3,13,\n$/],
    ['table as TSV', ['table', '--format', 'tsv'], /^Item\tCount\tPrice\nPaper 纸\t12\t3\.50\nInk 墨\t4\t18\.00\n$/],
    ['translate', ['translate', '--to', 'en'], /^# Invoice\n\nTotal: 90\.00 euros\n$/],
    [
      'code without its fence',
      ['code'],
      /^export function greet\(name: string\): string \{\n {2}return `Hello, \$\{name\}`\n\}\n$/
    ],
    ['ocr by a model', ['ocr', '--vision'], /^# 发票 Invoice 2026-114\n/]
  ])('%s prints its answer and nothing else', async (_name, task, expected) => {
    const { stdout, stderr, exitCode } = await asking.ask([...task, words])
    expect(stdout.replaceAll('\r\n', '\n')).toMatch(expected)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  })

  it('sends what the options say', async () => {
    await asking.ask(['describe', crop, '--model', 'any/model', '--temperature', '0.2', '--max-tokens', '99'])
    await asking.ask(['describe', crop, '--precise', '--top-p', '0.5'])
    expect(asking.server.log().map(({ model }) => model)).toEqual(['any/model', 'Qwen/Qwen3-VL-235B-A22B-Instruct'])
  })

  it('is asked in the language of the system', async () => {
    const { stdout } = await asking.ask(['describe', words], 'ok', { environment: { LANG: 'zh_CN.UTF-8' } })
    expect(stdout).toMatch(/^这是一张/)
  })

  it('asks about standard input', async () => {
    const { stdout, exitCode } = await asking.ask(['describe', '-'], 'ok', { input: await readFile(crop) })
    expect(stdout).toContain(sentence)
    expect(exitCode).toBe(0)
  })
})

describe('--json', () => {
  it.each(['describe', 'detect', 'chart', 'table'])('of %s is one object with all that is known', async (task) => {
    const { stdout, stderr, exitCode } = await asking.ask([task, '--json', words])
    const [line, ...others] = jsonLines(stdout)
    const answer = answerLine.parse(line)
    expect(answer).toMatchObject({ file: words, task, provider: 'modelscope', calls: 1, truncated: false })
    expect(answer.result.kind).toBe({ describe: 'text', detect: 'boxes', chart: 'chart', table: 'tables' }[task])
    expect(answer.sentBytes).toBe(asking.server.log()[0]?.bodyBytes)
    expect({ others, stderr, exitCode }).toEqual({ others: [], stderr: '', exitCode: 0 })
  })

  it('tells of an answer that ends in the middle', async () => {
    const { stdout, stderr, exitCode } = await asking.ask(['describe', '--json', crop], 'length')
    const answer = answerLine.parse(jsonLines(stdout)[0])
    expect(answer.truncated).toBe(true)
    expect(answer.notices.join(' ')).toContain('cut off')
    expect(stderr).toContain('cut off')
    expect(exitCode).toBe(0)
  })

  it('keeps what had come of an answer that broke off', async () => {
    const { stdout, exitCode } = await asking.ask(['describe', '--json', crop], 'eof')
    const failed = failureLine.parse(jsonLines(stdout)[0])
    expect(failed.error.code).toBe('vision-cut-off')
    expect(failed.partial).toMatch(/^A picture/)
    expect(exitCode).toBe(4)
  })
})

describe('an answer that broke off', () => {
  it('is told on standard error when nothing else has it', async () => {
    const { stdout, stderr, exitCode } = await asking.ask(['describe', crop], 'eof')
    expect(stderr).toMatch(/What had come of the answer:\nA picture/)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 4 })
  })
})

describe('--format', () => {
  it('fails on an answer in words, and shows them', async () => {
    const { stdout, stderr, exitCode } = await asking.ask(['chart', '--format', 'csv', crop], 'ok', {
      url: { text: 'There is no chart in this picture.' }
    })
    expect(stderr).toContain('answered in words')
    expect(stderr).toContain('There is no chart in this picture.')
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 })
  })
})

describe('--output', () => {
  it.each([
    ['describe', [], ['size-24.png.md', 'tiny-crop.png.md']],
    ['code', [], ['size-24.png.txt', 'tiny-crop.png.txt']],
    ['table', ['--format', 'csv'], ['size-24.png.csv', 'tiny-crop.png.csv']],
    ['table', ['--json'], ['size-24.png.json', 'tiny-crop.png.json']]
  ])('of %s %j writes a file for each picture', async (task, options, files) => {
    const output = join(asking.folder, `${task}${options.join('')}`)
    const { stdout, exitCode } = await asking.ask([task, ...options, crop, words, '--output', `${output}/`])
    expect((await readdir(output)).toSorted()).toEqual(files)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 })
  })

  it('writes one file', async () => {
    const output = join(asking.folder, 'answer.md')
    await asking.ask(['describe', crop, '--output', output])
    expect(await readFile(output, 'utf8')).toContain(sentence)
  })
})

describe('glyphlens ocr', () => {
  it('reads on this machine without --vision, and calls nobody', async () => {
    const { stdout, exitCode } = await runCli(['ocr', crop], { environment: asking.environment })
    expect({ stdout, exitCode }).toEqual({ stdout: 'Save as\n', exitCode: 0 })
    expect(asking.server.log()).toEqual([])
  })
})
