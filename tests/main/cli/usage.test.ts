import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixturePath } from '../../fixtures/reading/truth.ts'
import { root, runCli } from './run.ts'

const crop = fixturePath({ file: 'tiny-crop.png' })

describe('a wrong command line', () => {
  it.each([
    ['no command', [], 'Usage: glyphlens'],
    ['an unknown command', ['raed', 'a.png'], 'Did you mean read?'],
    ['an unknown option', ['read', '--jsno', 'a.png'], 'Did you mean --json?'],
    ['no picture', ['read'], "missing required argument 'name'"],
    ['an unknown layout', ['read', '--layout', 'pretty', 'a.png'], 'paragraphs, lines, single, code, table'],
    ['an unknown table format', ['read', '--table-format', 'xml', 'a.png'], 'tsv, csv, markdown, html'],
    ['too many threads', ['read', '--threads', '65', 'a.png'], 'a whole number from 0 to 64'],
    ['half a thread', ['read', '--threads', '1.5', 'a.png'], 'a whole number from 0 to 64'],
    ['no number', ['read', '--scale', 'big', 'a.png'], 'a number from 0 to 8'],
    ['no time', ['read', '--timeout', '0', 'a.png'], 'a number from 0.001'],
    [
      'a table in another layout',
      ['read', '--layout', 'code', '--table-format', 'csv', 'a.png'],
      'Leave one of the two'
    ],
    ['a language that the pack does not know', ['read', '--lang', 'en,ko', 'a.png'], 'does not read Korean (ko)'],
    ['what is no language', ['read', '--lang', 'english please', 'a.png'], 'is not a language'],
    ['an unknown pack', ['read', '--pack', 'nope', 'a.png'], 'Choose one of ppocr-v4-mobile'],
    ['one place for several boxes', ['read', '--boxes', 'b.png', 'a.png', 'c.png'], 'there are several pictures'],
    ['boxes over the picture', ['read', '--boxes', crop, crop], 'would be overwritten'],
    ['text over the picture', ['read', '--output', crop, crop], 'would be overwritten'],
    ['text over the boxes', ['read', '--boxes', 'b', '--output', './b', 'a.png'], 'name the same file'],
    ['a question that is missing', ['ask', 'a.png'], 'needs a question'],
    ['what is no language to translate to', ['translate', '--to', 'nowhere land', 'a.png'], 'There is no language'],
    ['too warm', ['describe', '--temperature', '1.5', 'a.png'], 'a number from 0.1 to 1'],
    ['too long', ['describe', '--max-tokens', '40000', 'a.png'], 'a whole number from 1 to 32768'],
    ['an unknown provider', ['describe', '--provider', 'nope', 'a.png'], 'Choose one of modelscope'],
    ['what is no address', ['describe', '--base-url', 'here', crop], 'not the address of a server'],
    ['no model', ['describe', '--provider', 'custom', '--base-url', 'http://127.0.0.1:1/v1', crop], 'Name a model'],
    ['an unknown form of data', ['chart', '--format', 'xml', 'a.png'], 'csv, tsv, markdown, html, json'],
    ['an unknown export', ['detect', '--export', 'voc', 'a.png'], 'yolo, coco, labelme'],
    ['an export without a place', ['detect', '--export', 'coco', 'a.png'], 'needs a folder'],
    ['an export into a file', ['detect', '--export', 'coco', '--output', 'a.json', 'a.png'], 'needs a folder'],
    ['boxes that are no task of it', ['describe', '--boxes', 'b.png', 'a.png'], 'unknown option'],
    ['a model for reading here', ['ocr', '--model', 'm', 'a.png'], 'Add --vision'],
    ['a layout for a model', ['ocr', '--vision', '--layout', 'code', 'a.png'], 'reading on this machine'],
    ['a language for a model', ['ocr', '--vision', '--lang', 'ja', 'a.png'], 'en or zh-CN'],
    ['removing what came with the app', ['packs', 'remove', 'ppocr-v4-mobile'], 'comes with the app']
  ])('%s: exit code 2, a sentence, nothing on standard output', async (_name, words, sentence) => {
    const { stdout, stderr, exitCode } = await runCli(words)
    expect(stderr).toContain(sentence)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('refuses a home that is not absolute', async () => {
    const { stderr, exitCode } = await runCli(['packs', 'list'], { environment: { GLYPHLENS_HOME: 'here' } })
    expect(stderr).toContain('GLYPHLENS_HOME')
    expect(exitCode).toBe(2)
  })
})

describe('languages', () => {
  it.each(['zh', 'zh-CN', 'zh-Hant', 'zh-TW', 'en-GB', 'en, zh-CN'])('knows that %s can be read', async (tags) => {
    const { stderr, exitCode } = await runCli(['read', '--lang', tags, 'missing.png'])
    expect(stderr).toContain('There is no file')
    expect(exitCode).toBe(1)
  })
})

describe('help', () => {
  it('prints the version', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(await runCli(['--version'])).toMatchObject({ stdout: `${version}\n`, stderr: '', exitCode: 0 })
  })

  const commands = ['read', 'ocr', 'describe', 'ask', 'detect', 'chart', 'table', 'translate', 'code']
  const many = ['batch', 'watch', 'search', 'library', 'queue']
  const more = [
    ['providers', 'list', 'use', 'test', 'models', 'learn'],
    ['keys', 'set', 'list', 'remove'],
    ['packs', 'list', 'fetch', 'use', 'verify', 'remove', 'import'],
    ['library', 'show', 'export', 'import', 'stats', 'check', 'prune'],
    ['queue', 'list', 'run', 'pause', 'resume', 'retry', 'cancel', 'move', 'resolve']
  ]
  const inner = more.flatMap(([command = '', ...names]) => names.map((name) => [command, name]))
  const single = [...commands, ...many, 'providers', 'keys', 'packs', 'doctor'].map((command) => [command])
  const all = [[], ...single, ...inner]
  it.each(all.map((words) => [[...words, '--help']]))(
    'of %j goes to standard output, and its document names every option',
    async (words) => {
      const { stdout, stderr, exitCode } = await runCli(words)
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
      const document = await readFile(join(root, 'docs/command-line.md'), 'utf8')
      const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option ?? '')
      expect(options).toContain('--help')
      expect(options.filter((option) => !document.includes(option))).toEqual([])
    }
  )
})
