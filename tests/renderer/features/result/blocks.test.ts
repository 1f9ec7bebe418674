import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webAddress } from '../../../../renderer/features/result/markdown/address.ts'
import { type Block, splitBlocks } from '../../../../renderer/features/result/markdown/blocks.ts'
import { readTable } from '../../../../renderer/features/result/markdown/table-text.ts'

const kinds = (text: string): string[] => splitBlocks(text).map(({ kind }) => kind)
const lengthOf = (block: Block): number => (block.kind === 'table' ? 0 : block.text.length)
const letters = (text: string): string => text.replaceAll(/\s/gu, '')
const rowsOf = (count: number): string => Array.from({ length: count }, (_, row) => `| ${row} | x |`).join('\n')

describe('an answer is cut into parts', () => {
  test.each([
    ['nothing', '', []],
    ['empty lines only', '\n\n \n', []],
    ['a short answer', '# Title\n\nText with **marks**.\n\n- a\n- b\n', ['markdown']],
    ['a short table', `| a | b |\n| - | - |\n${rowsOf(20)}`, ['markdown']],
    ['a long table', `| a | b |\n| - | - |\n${rowsOf(5000)}`, ['table']],
    [
      'a table between paragraphs',
      `Before\n| a | b |\n|:--|--:|\n${rowsOf(90)}\nAfter`,
      ['markdown', 'table', 'markdown']
    ],
    ['a short fence', '```js\nlet a\n\nlet b\n```', ['markdown']],
    [
      'a long fence',
      `Text\n\n\`\`\`js\n${'let a = 1\n\n'.repeat(900)}\`\`\`\n\nMore`,
      ['markdown', 'code', 'markdown']
    ],
    ['a fence without an end', `\`\`\`\n${'line\n'.repeat(2000)}`, ['code']],
    ['quotes in quotes', '>'.repeat(3000), ['plain']],
    [
      'something wild among tame paragraphs',
      `Before.\n\n${'>'.repeat(60)}x\n\nAfter.`,
      ['markdown', 'plain', 'markdown']
    ],
    ['lists in lists', Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'), ['plain']],
    ['brackets', '['.repeat(3000), ['plain']],
    ['emphasis', '**a*'.repeat(900), ['plain']],
    ['dollars', '$a'.repeat(900), ['plain']],
    ['angles', '<a '.repeat(900), ['plain']],
    ['one endless line', 'word '.repeat(100_000), ['plain']]
  ])('%s', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  test('a long fence keeps its language, its empty lines and nothing of what is around it', () => {
    const code = 'a\n\nb\n'.repeat(1200)
    const [, block] = splitBlocks(`Text\n\n~~~python\n${code}~~~\nAfter`)
    expect(block).toEqual({ kind: 'code', language: 'python', text: code.slice(0, -1) })
  })

  test('many lines without an empty one are cut between lines', () => {
    const blocks = splitBlocks('- an item of a long list\n'.repeat(2000))
    expect(blocks.length).toBeGreaterThan(5)
    expect(Math.max(...blocks.map(lengthOf))).toBeLessThanOrEqual(4000)
  })

  test('what was cut stays cut alike while more arrives', () => {
    const text = 'A paragraph of some length that is written.\n\n'.repeat(300)
    const [early, late] = [splitBlocks(text.slice(0, 6000)), splitBlocks(text)]
    expect(late.slice(0, early.length - 1)).toEqual(early.slice(0, -1))
  })

  test('nothing is lost, and no part is too long for the parser', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('', '```', '~~~js', '$$', '| a | b |', '| - | - |', '> q', '- x', '    x')
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 200 }), (lines) => {
        const blocks = splitBlocks(lines.join('\n'))
        const kept = blocks.flatMap((block) => (block.kind === 'table' ? [] : [letters(block.text)]))
        const rest = kept.reduce(
          (text, part) => {
            expect(text).toContain(part)
            return text.slice(text.indexOf(part) + part.length)
          },
          letters(lines.join('\n'))
        )
        expect(rest.length).toBeLessThanOrEqual(letters(lines.join('\n')).length)
      })
    )
  })
})

test('ten million letters are cut into parts in one go', () => {
  const paragraph = 'Letters of a paragraph that nobody will read. '.repeat(20)
  const blocks = splitBlocks(`${paragraph}\n\n`.repeat(10_800))
  expect(blocks.reduce((total, block) => total + lengthOf(block), 0)).toBeGreaterThan(9_900_000)
})

test.each([
  ['a | b\n- | -\n1 | 2', { header: ['a', 'b'], rows: [['1', '2']] }],
  [
    '|a|b|\n|-|-|\n|1|\n|1|2|3|',
    {
      header: ['a', 'b'],
      rows: [
        ['1', ''],
        ['1', '2']
      ]
    }
  ],
  ['| **a** | `b` |\n|-|-|\n| x \\| y | <br>z |', { header: ['a', 'b'], rows: [['x | y', '\nz']] }]
])('the table %j', (text, expected) => {
  expect(readTable(text.split('\n'))).toEqual(expected)
})

test.each([
  ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
  ['http://example.org', 'http://example.org/'],
  ['https://exämple.org/', 'https://xn--exmple-cua.org/'],
  ['https://apple.com@evil.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['JaVaScRiPt:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['\u0001javascript:alert(1)', undefined],
  [' https://example.org', undefined],
  ['data:text/html,<script>', undefined],
  ['file:///etc/passwd', undefined],
  ['app://glyphlens/index.html', undefined],
  ['//example.org', undefined],
  ['#anchor', undefined],
  ['mailto:a@b.example', undefined],
  ['', undefined]
])('the address %j', (text, address) => {
  expect(webAddress(text)).toBe(address)
})
