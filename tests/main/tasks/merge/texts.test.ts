import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PixelBox, type TaskResult, taskResult } from '../../../../main/tasks/result.ts'
import { bottom, merge, right, textOf, top } from './tiles.ts'

describe('text below text', () => {
  test.each<[name: string, above: string, below: string, whole: string]>([
    ['the same lines', 'a1\nb2\nc3\nd4', 'c3\nd4\ne5', 'a1\nb2\nc3\nd4\ne5'],
    ['one line', 'first\nsecond line', 'second line\nthird', 'first\nsecond line\nthird'],
    [
      'two readings of one line',
      'intro\nThe quick brown fox jumps',
      'The quick brovvn fox jumps\nend',
      'intro\nThe quick brown fox jumps\nend'
    ],
    ['marks of Markdown', 'intro\n## Second part', '**Second part**\nend', 'intro\n## Second part\nend'],
    [
      'a line that the edge cut below',
      'aaa one\nbbb two\nccc thr33 hlf',
      'aaa one\nbbb two\nccc three\nddd four',
      'aaa one\nbbb two\nccc three\nddd four'
    ],
    [
      'a line that the edge cut above',
      'aaa one\nbbb two\nccc three',
      'hlf lin3\nbbb two\nccc three\nddd four',
      'aaa one\nbbb two\nccc three\nddd four'
    ],
    ['blank lines between paragraphs', 'one\n\ntwo\n\nthree', 'two\n\nthree\n\nfour', 'one\n\ntwo\n\nthree\n\nfour'],
    ['nothing in common', 'one', 'two', 'one\n\ntwo'],
    ['other numbers', 'Total 12', 'Total 13', 'Total 12\n\nTotal 13'],
    ['the same line twice in the picture', 'x\nsame\nsame', 'same\nsame\ny', 'x\nsame\nsame\ny'],
    ['all of it', 'a\nb', 'a\nb', 'a\nb'],
    ['code in fences that goes on', '```\naa\nbb\n```', '```\nbb\ncc\n```', '```\naa\nbb\ncc\n```'],
    ['fences with nothing in common', '```\naa\n```', '```\nbb\n```', '```\naa\n```\n\n```\nbb\n```'],
    [
      'a table that goes on',
      '| n | v |\n|---|---|\n| aa | 1 |\n| bb | 2 |',
      '| bb | 2 |\n| cc | 3 |',
      '| n | v |\n|---|---|\n| aa | 1 |\n| bb | 2 |\n| cc | 3 |'
    ],
    [
      'a table whose row became a header',
      '| n | v |\n|---|---|\n| aa | 1 |\n| bb | 2 |',
      '| bb | 2 |\n| --- | :-: |\n| cc | 3 |',
      '| n | v |\n|---|---|\n| aa | 1 |\n| bb | 2 |\n| cc | 3 |'
    ],
    ['Han', '第一行\n第二行文字', '第二行文字\n第三行', '第一行\n第二行文字\n第三行']
  ])('%s', (_name, above, below, whole) => {
    expect(merge('ocr', [textOf(above), top], [textOf(below), bottom]).text).toBe(whole)
  })

  test('whatever the order of the results', () => {
    expect(merge('ocr', [textOf('b\nc'), bottom], [textOf('a\nb'), top]).text).toBe('a\nb\nc')
  })

  const line = fc.stringMatching(/^[a-z]{4,12}$/)
  test('pages of different lines come back whole', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { minLength: 4, maxLength: 30 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(),
        (lines, overlap, seed) => {
          // Lines that are readings of each other would be taken for one.
          fc.pre(new Set(lines.map((text) => text.slice(0, 3))).size === lines.length)
          const cut = overlap + (seed % (lines.length - overlap))
          const merged = merge(
            'ocr',
            [textOf(lines.slice(0, cut).join('\n')), top],
            [textOf(lines.slice(cut - overlap).join('\n')), bottom]
          )
          expect(merged.text).toBe(lines.join('\n'))
        }
      )
    )
  })
})

describe('text beside text', () => {
  test('halves of lines are put together', () => {
    const merged = merge(
      'ocr',
      [textOf('The first line goes on to the\n\nAnd the second one as well is cut h'), top],
      [textOf('on to the right side.\n\nell is cut here and ends.'), right]
    )
    expect(merged.text).toBe(
      'The first line goes on to the right side.\n\nAnd the second one as well is cut here and ends.'
    )
  })

  test('letters that the edges cut through', () => {
    expect(merge('ocr', [textOf('a long line of wordz'), top], [textOf('ine of words and more'), right]).text).toBe(
      'a long line of words and more'
    )
  })

  test('Han', () => {
    expect(merge('ocr', [textOf('这是一行很长的文字'), top], [textOf('长的文字被切成两半'), right]).text).toBe(
      '这是一行很长的文字被切成两半'
    )
  })

  test('a line that only the right one has', () => {
    const merged = merge(
      'ocr',
      [textOf('first long line\nthird long line'), top],
      [textOf('long line, ended\nextra\nlong line, too'), right]
    )
    expect(merged.text).toBe('first long line, ended\nextra\nthird long line, too')
  })

  test('columns of their own stay whole', () => {
    expect(merge('ocr', [textOf('menu\nhome\nabout'), top], [textOf('Article\nwith text'), right]).text).toBe(
      'menu\nhome\nabout\n\nArticle\nwith text'
    )
  })

  test('four tiles: first across, then down', () => {
    const [lowLeft, lowRight] = [top, right].map((tile) => ({ ...tile, y0: 900, y1: 1900 })) as [PixelBox, PixelBox]
    const merged = merge(
      'ocr',
      [textOf('epsilon zeta eta th\nkappa lambda mu n'), lowLeft],
      [textOf('alpha beta gam\nepsilon zeta eta th'), top],
      [textOf('eta theta iota\nda mu nu xi'), lowRight],
      [textOf('ta gamma delta\neta theta iota'), right]
    )
    expect(merged.text).toBe('alpha beta gamma delta\nepsilon zeta eta theta iota\nkappa lambda mu nu xi')
  })
})

describe('other texts', () => {
  test('tiles with nothing are passed over', () => {
    expect(merge('ocr', [textOf('(nothing found)'), top], [textOf('text'), bottom]).text).toBe('text')
    expect(merge('ocr', [textOf('(nothing found)'), top], [textOf('(nothing found)'), bottom]).text).toBe(
      '(nothing found)'
    )
  })

  test('words of parts without a table follow each other, the same ones once', () => {
    expect(merge('table', [textOf('42'), top], [textOf('42'), bottom]).text).toBe('42')
    expect(merge('table', [textOf('42'), top], [textOf('Blue.'), bottom]).text).toBe('42\n\nBlue.')
  })

  test('code becomes one block', () => {
    expect(
      merge('code', [textOf('```py\na = 1\n  b = 2\n```'), top], [textOf('```python\n  b = 2\nc = 3\n```'), bottom])
        .text
    ).toBe('```py\na = 1\n  b = 2\nc = 3\n```')
  })

  test('notices are kept, each once', () => {
    const noted: TaskResult = { kind: 'text', text: 'a', notices: [{ message: 'Cut.' }] }
    expect(merge('ocr', [noted, top], [{ ...noted, text: 'b' }, bottom]).notices).toEqual([{ message: 'Cut.' }])
  })
})

test('any results of any tiles give a valid result, in time', () => {
  const tile = fc.record({ x0: fc.nat(50), y0: fc.nat(50) }).map(({ x0, y0 }) => ({ x0, y0, x1: x0 + 20, y1: y0 + 20 }))
  const text = fc
    .array(fc.constantFrom('a', 'same line of text', '', '|', '```', '12'), { maxLength: 50 })
    .map((lines) => textOf(`x${lines.join('\n')}`))
  const tasks = fc.constantFrom('ocr', 'translate', 'code', 'table')
  fc.assert(
    fc.property(fc.array(fc.tuple(text, tile), { minLength: 1, maxLength: 9 }), tasks, (parts, task) => {
      expect(taskResult.safeParse(merge(task, ...parts)).success).toBe(true)
    })
  )
  const long = textOf(Array.from({ length: 3000 }, (_, index) => `${'line '.repeat(40)}${index % 7}`).join('\n'))
  expect(merge('ocr', [long, top], [long, right], [long, bottom]).text).not.toBe('')
})
