import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanAnswer } from '../../../../main/tasks/parse/clean.ts'
import { findFences } from '../../../../main/tasks/parse/fence.ts'
import { isNothing, parseCode, parseDocument, parseText } from '../../../../main/tasks/parse/text.ts'
import { taskResult } from '../../../../main/tasks/result.ts'
import { contextOf } from './context.ts'

const context = contextOf({ task: 'ocr' })

describe('cleanAnswer', () => {
  test.each<[string, string]>([
    ['  hello \n', 'hello'],
    ['<think>hm</think>\n\nhello', 'hello'],
    ['<think>\n</think><thinking>x</thinking>hello', 'hello'],
    ['thinking without a beginning\n</think>\n\nhello', 'hello'],
    ['thinking without a beginning\n</think>hello', 'hello'],
    ['thinking without a beginning</think>\nhello', 'hello'],
    [
      "const [, answer] = text.split('</think>')\nreturn answer",
      "const [, answer] = text.split('</think>')\nreturn answer"
    ],
    ['<think>never ends', ''],
    ['HTML has a <think>tag</think> here', 'HTML has a <think>tag</think> here'],
    ['<|begin_of_box|>42<|end_of_box|>', '42'],
    ['\ufeffa\r\nb', 'a\nb']
  ])('%j', (answer, expected) => {
    expect(cleanAnswer(answer)).toBe(expected)
  })
})

describe('findFences', () => {
  test.each<[string, [language: string, body: string, closed: boolean][]]>([
    ['a\n```js\nx\n```\nb', [['js', 'x', true]]],
    ['```\nx', [['', 'x', false]]],
    ['```\n```', [['', '', true]]],
    ['~~~Py title="x"\n```\n~~~', [['py', '```', true]]],
    ['````md\n```js\nx\n```\n````', [['md', '```js\nx\n```', true]]],
    ['no ``` fence', []],
    ['```a`b\nx', []],
    [
      '```js\nx\n```\n```py\ny\n```',
      [
        ['js', 'x', true],
        ['py', 'y', true]
      ]
    ]
  ])('%j', (text, expected) => {
    const fences = findFences(text)
    expect(fences.map(({ language, body, closed }) => [language, body, closed])).toEqual(expected)
    expect(fences.every(({ from, to, body }) => text.slice(from, to).includes(body))).toBe(true)
  })
})

describe('documents', () => {
  test.each<[string, string]>([
    ['# Title\n\ntext', '# Title\n\ntext'],
    ['```markdown\n# Title\n```', '# Title'],
    ['```md\n# Title\n```js\nx\n```\nend\n```', '# Title\n```js\nx\n```\nend'],
    ['```\nplain\n```', 'plain'],
    ['```markdown\n# Cut', '# Cut'],
    ['```js\nlet a\n```', '```js\nlet a\n```'],
    ['text\n```\ncode\n```', 'text\n```\ncode\n```']
  ])('%j', (answer, text) => {
    expect(parseDocument(answer, context)).toEqual({ kind: 'text', text, notices: [] })
  })
})

describe('code', () => {
  test.each<[string, string]>([
    ['```ts\nlet a = 1\n  b\n```', '```ts\nlet a = 1\n  b\n```'],
    ['Here is the code:\n```py\nx = 1\n```\nIt sets x.', '```py\nx = 1\n```'],
    ['let a = 1', '```\nlet a = 1\n```'],
    ['```ts\nlet a', '```ts\nlet a\n```'],
    ['````\n```\nx\n```\n````', '````\n```\nx\n```\n````']
  ])('%j', (answer, text) => {
    expect(parseCode(answer, context)).toEqual({ kind: 'text', text, notices: [] })
  })

  test('several blocks are joined and told', () => {
    const result = parseCode('```sh\na\n```\nthen\n```sh\nb\n```', context)
    expect(result.text).toBe('```sh\na\n\nb\n```')
    expect(result.notices).toMatchObject([{ message: 'The model gave several blocks of code: they were joined.' }])
  })
})

describe('nothing', () => {
  test.each(['[[nothing]]', '[nothing]', ' `[[nothing]]`.', '[[Nothing]]。'])('%s', (answer) => {
    for (const parse of [parseText, parseDocument, parseCode]) {
      const result = parse(answer, context)
      expect(result).toEqual({ kind: 'text', text: '(nothing found)', notices: [] })
      expect(isNothing(result.text)).toBe(true)
    }
  })

  test('in Chinese', () => {
    expect(isNothing(parseText('[[nothing]]', contextOf({ language: 'zh-CN' })).text)).toBe(true)
  })

  test.each(['nothing', 'There is [[nothing]] to see here.'])('%s is an answer', (answer) => {
    expect(parseText(answer, context).text).toBe(answer)
  })

  test('thinking alone is no answer', () => {
    for (const parse of [parseText, parseDocument, parseCode]) {
      expect(parse('<think>on and on', context).notices).toMatchObject([
        { message: 'The answer held nothing but thinking.' }
      ])
    }
  })
})

const loop = (line: string, times: number) => `start\n${Array(times).fill(line).join('\n')}`

describe('loops', () => {
  test.each<[string, string, string]>([
    ['one line', loop('again', 30), 'start\nagain'],
    ['the last one cut', `${loop('again', 30)}\nag`, 'start\nagain'],
    ['two lines', loop('a\nb', 30), 'start\na\nb'],
    ['three lines, cut', `${loop('a\nb\n', 30)}\na`, 'start\na\nb\n']
  ])('%s', (_name, answer, text) => {
    const result = parseText(answer, contextOf({}, true))
    expect(result.text.trim()).toBe(text.trim())
    expect(result.notices.map(({ message }) => message).join(' ')).toContain('repeated itself')
  })

  test.each([loop('7 times', 7), loop('---', 30), loop('|', 30), 'a\nb\nc'])('%j stays', (answer) => {
    expect(parseText(answer, context)).toEqual({ kind: 'text', text: answer, notices: [] })
  })
})

test('a cut answer is marked', () => {
  expect(parseText('hello', contextOf({}, true)).notices).toMatchObject([{ saying: { name: 'answer.cut-off' } }])
})

test('there is a valid result for any answer', () => {
  const part = fc.constantFrom('```', '\n', 'x', ' ', '~~~', '<think>', '</think>', '[[nothing]]', 'js')
  fc.assert(
    fc.property(fc.array(part), fc.boolean(), (parts, truncated) => {
      for (const parse of [parseText, parseDocument, parseCode]) {
        expect(taskResult.safeParse(parse(parts.join(''), contextOf({}, truncated))).success).toBe(true)
      }
    }),
    { numRuns: 500 }
  )
})

test.each(['\n', 'x\n', '```\n', '<think>', '~~~ \n', '[[nothing]]'])(
  'a megabyte of %j ends',
  (part) => {
    const answer = part.repeat(Math.ceil(1_000_000 / part.length))
    for (const parse of [parseText, parseDocument, parseCode]) expect(parse(answer, context).text).not.toBe('')
  },
  20_000
)
