import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignLines, lineAtOffset } from '../../../../renderer/features/viewer/text/alignment.ts'
import {
  type CaretStep,
  caretAt,
  characterAt,
  lineAt,
  moveCaret
} from '../../../../renderer/features/viewer/text/caret.ts'
import { textOf } from '../../../../renderer/features/viewer/text/join.ts'
import { makePage, placeOn } from '../../../../renderer/features/viewer/text/page.ts'
import {
  isEmpty,
  stretchesOf,
  type TextSelection,
  wholeLine,
  wholePage,
  wordAt
} from '../../../../renderer/features/viewer/text/range.ts'
import { findInPage } from '../../../../renderer/features/viewer/text/search.ts'
import { columnOf, lineOf } from './pages.ts'

const select = (a: readonly [number, number], b: readonly [number, number]): TextSelection => ({
  anchor: { line: a[0], index: a[1] },
  focus: { line: b[0], index: b[1] }
})

describe('the caret under a point', () => {
  // Letters are 10 wide and 20 high.
  const page = makePage([lineOf('Hello', 100, 100), lineOf('a longer line', 100, 130), lineOf('right', 400, 100)])

  test.each([
    ['before the first half of a letter', [103, 110], 0, 0],
    ['behind its second half', [107, 110], 0, 1],
    ['at the end', [149, 110], 0, 5],
    ['left of the line', [20, 110], 0, 0],
    ['right of a short line, though a longer one is near', [190, 112], 0, 5],
    ['between two lines, nearer to the lower', [106, 127], 1, 1],
    ['below everything', [166, 900], 1, 7],
    ['in the other column', [426, 109], 2, 3]
  ] as const)('%s', (_, point, line, index) => {
    expect(caretAt(page, point)).toEqual({ line, index })
  })

  test('no text, no caret', () => {
    expect(caretAt([], [1, 1])).toBeUndefined()
    expect(characterAt([], [1, 1])).toBeUndefined()
  })

  test('the character under the pointer is the one whose cell it is in', () => {
    expect(characterAt(page, [107, 110])).toEqual({ line: 0, index: 0 })
    expect(characterAt(page, [111, 110])).toEqual({ line: 0, index: 1 })
    expect(characterAt(page, [900, 110])).toEqual({ line: 2, index: 4 })
  })

  test('a line is under the pointer only on it, or within the slack', () => {
    expect(lineAt(page, [120, 110])).toBe(0)
    expect(lineAt(page, [300, 110])).toBeUndefined()
    expect(lineAt(page, [152, 110], 4)).toBe(0)
    expect(lineAt(page, [160, 110], 4)).toBeUndefined()
  })

  test('of two lines on top of each other the smaller one is meant', () => {
    const both = makePage([lineOf('BIG', 0, 0, { size: 100 }), lineOf('small', 20, 40)])
    expect(lineAt(both, [30, 50])).toBe(1)
    expect(lineAt(both, [10, 10])).toBe(0)
  })

  test.each([0, 15, 90, 180, 270, 333])('text that runs by %i degrees', (angle) => {
    const [line] = makePage([lineOf('turned', 500, 500, { angle })])
    if (line === undefined) throw new Error('no line')
    for (const index of [0, 1, 2, 3, 4, 5, 6]) {
      const place = placeOn(line, line.edges[index] ?? 0, 0.5)
      expect(caretAt([line], place)).toEqual({ line: 0, index })
    }
  })

  test('a column is read downwards', () => {
    const column = makePage([columnOf('竖排文字', 100, 50)])
    expect(caretAt(column, [110, 52])).toEqual({ line: 0, index: 0 })
    expect(caretAt(column, [110, 88])).toEqual({ line: 0, index: 2 })
    expect(stretchesOf(column, select([0, 1], [0, 2]))).toEqual([
      [
        [120, 70],
        [120, 90],
        [100, 90],
        [100, 70]
      ]
    ])
  })

  test('characters outside of the basic plane count once', () => {
    const rare = makePage([lineOf('a𠮷b', 0, 0)])
    expect(caretAt(rare, [21, 10])).toEqual({ line: 0, index: 2 })
    expect(textOf(rare, select([0, 1], [0, 2]))).toBe('𠮷')
  })
})

describe('moving the caret', () => {
  const page = makePage([lineOf('ab', 0, 0), lineOf('wxyz', 0, 30)])
  test.each<[CaretStep, [number, number], [number, number]]>([
    ['on', [0, 1], [0, 2]],
    ['on', [0, 2], [1, 0]],
    ['on', [1, 4], [1, 4]],
    ['back', [1, 0], [0, 2]],
    ['back', [0, 0], [0, 0]],
    ['down', [0, 1], [1, 1]],
    ['down', [1, 1], [1, 4]],
    ['up', [1, 4], [0, 2]],
    ['up', [0, 1], [0, 0]],
    ['line-start', [1, 3], [1, 0]],
    ['line-end', [1, 3], [1, 4]],
    ['page-start', [1, 3], [0, 0]],
    ['page-end', [0, 0], [1, 4]]
  ])('%s from %j', (step, from, to) => {
    expect(moveCaret(page, { line: from[0], index: from[1] }, step)).toEqual({ line: to[0], index: to[1] })
  })
})

describe('the text of a selection', () => {
  const cases: [string, Parameters<typeof lineOf>[], string][] = [
    [
      'lines below each other',
      [
        ['first', 0, 0],
        ['second', 0, 30]
      ],
      'first\nsecond'
    ],
    [
      'words side by side',
      [
        ['left', 0, 0],
        ['right', 48, 1]
      ],
      'left right'
    ],
    [
      'cells of a row',
      [
        ['Name', 0, 0],
        ['Price', 200, 0]
      ],
      'Name\tPrice'
    ],
    [
      'pieces that touch',
      [
        ['photo', 0, 0],
        ['graph', 51, 0]
      ],
      'photograph'
    ],
    [
      'Chinese with a small gap',
      [
        ['你好', 0, 0],
        ['世界', 34, 0]
      ],
      '你好世界'
    ],
    [
      'a second column',
      [
        ['end', 0, 500],
        ['top', 300, 0]
      ],
      'end\ntop'
    ]
  ]
  test.each(cases)('%s', (_, lines, text) => {
    const page = makePage(lines.map((line) => lineOf(...line)))
    const all = wholePage(page)
    expect(all && textOf(page, all)).toBe(text)
  })

  test('is that of the layout where it has the same lines in the same order', () => {
    const lines = [
      lineOf('A sentence that is bro-', 0, 0),
      lineOf('ken over two lines.', 0, 30),
      lineOf('Next.', 0, 90)
    ]
    const page = makePage(lines)
    const text = 'A sentence that is broken over two lines.\n\nNext.'
    const alignment = alignLines(
      lines.map((line) => line.text),
      text
    )
    expect(textOf(page, select([0, 0], [2, 5]), alignment)).toBe(text)
    expect(textOf(page, select([0, 2], [1, 8]), alignment)).toBe('sentence that is broken over')
    expect(textOf(page, select([2, 1], [1, 12]), alignment)).toBe(' lines.\n\nN')
  })

  test('goes by place where the layout has another order or a person has changed a line', () => {
    const lines = [lineOf('one', 0, 0), lineOf('two', 0, 30), lineOf('three', 0, 60)]
    const page = makePage(lines)
    const texts = lines.map((line) => line.text)
    for (const text of ['two one three', 'one 2 three', '']) {
      expect(textOf(page, select([0, 0], [2, 5]), alignLines(texts, text))).toBe('one\ntwo\nthree')
    }
  })

  test('the direction of the drag does not matter, and nothing selected is nothing', () => {
    const page = makePage([lineOf('Hello', 0, 0), lineOf('world', 0, 30)])
    expect(textOf(page, select([1, 2], [0, 3]))).toBe(textOf(page, select([0, 3], [1, 2])))
    expect(textOf(page, select([1, 2], [1, 2]))).toBe('')
    expect(isEmpty(select([1, 2], [1, 2]))).toBe(true)
    expect(wholePage([])).toBeUndefined()
  })

  test('a word is what the language cuts; a line is all of it', () => {
    const page = makePage([lineOf("It's Chinese: 你好世界", 0, 0)])
    const word = (index: number) => textOf(page, wordAt(page, { line: 0, index }))
    expect(word(1)).toBe("It's")
    expect(word(6)).toBe('Chinese')
    expect(word(15)).toBe('你好')
    expect(textOf(page, wholeLine(page, 0))).toBe("It's Chinese: 你好世界")
    expect(wordAt(makePage([lineOf('', 0, 0)]), { line: 0, index: 0 })).toEqual(select([0, 0], [0, 0]))
  })
})

describe('lines within a text', () => {
  test.each([
    ['paragraphs', ['The quick', 'brown fox', 'jumps.'], 'The quick brown fox\n\njumps.', [0, 10, 21]],
    ['code', ['if (a) {', 'b()', '}'], 'if (a) {\n    b()\n}', [0, 13, 17]],
    ['a table', ['A', 'B', '1', '2'], '| A | B |\n| --- | --- |\n| 1 | 2 |', [2, 6, 26, 30]],
    ['the same words twice', ['Total', 'Total'], 'Total\nTotal', [0, 6]],
    ['a line that is gone', ['first', 'gone', 'last'], 'first\nlast', [0, undefined, 6]],
    ['columns in another order', ['b', 'a'], 'a b', [2, 0]],
    ['blanks that differ', ['a  b', ' c'], 'ab\nc', [0, 3]],
    ['nothing', ['', '  '], 'text', [undefined, undefined]]
  ] as const)('%s', (_, lines, text, starts) => {
    expect(alignLines(lines, text).lines.map((line) => line?.start)).toEqual(starts)
  })

  test('and back', () => {
    const alignment = alignLines(['one', 'two'], 'one\n\ntwo!')
    expect([0, 2, 3, 4, 5, 7, 8, 99].map((offset) => lineAtOffset(alignment, offset))).toEqual([
      0,
      0,
      undefined,
      undefined,
      1,
      1,
      undefined,
      undefined
    ])
  })

  test('any lines joined by blanks are all found where they are', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z你好 ]{1,12}$/u), { maxLength: 30 }), (lines) => {
        const filled = lines.filter((line) => line.trim() !== '')
        const { lines: found, text } = alignLines(filled, filled.join('\n'))
        for (const [index, line] of found.entries()) {
          expect(line && text.slice(line.start, line.end)).toBe(filled[index]?.trim())
        }
      })
    )
  })

  test('a text that has nothing of ten thousand lines costs little', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `line ${index} aaaa`)
    const { inOrder } = alignLines(lines, 'l'.repeat(1_000_000))
    expect(inOrder).toEqual([])
  })
})

describe('search in the picture', () => {
  const page = makePage([
    lineOf('The Quick', 0, 0),
    lineOf('brown fox', 0, 30),
    lineOf('中文识', 0, 60),
    lineOf('别 ＡＢＣ', 0, 90)
  ])
  const found = (words: string) => findInPage(page, words).map((hit) => textOf(page, hit))

  test.each([
    ['quick', ['Quick']],
    ['QUICK  BROWN', ['Quick\nbrown']],
    ['识别', ['识\n别']],
    ['别ABC', ['别 ＡＢＣ']],
    ['thequick', ['The Quick']],
    ['kb', ['k\nb']],
    ['absent', []],
    ['', []],
    ['   ', []]
  ])('%s', (words, hits) => {
    expect(found(words)).toEqual(hits)
  })

  test('hits do not overlap', () => {
    expect(findInPage(makePage([lineOf('aaaa', 0, 0)]), 'aa')).toHaveLength(2)
  })
})

const letters = (value: string): string => value.replaceAll(/\s/gu, '')

describe('for any page', () => {
  const anyLine = fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 20 }),
    x: fc.integer({ min: 0, max: 2000 }),
    y: fc.integer({ min: 0, max: 2000 }),
    size: fc.integer({ min: 6, max: 80 }),
    angle: fc.integer({ min: -180, max: 180 })
  })
  const anyPage = fc
    .array(anyLine, { minLength: 1, maxLength: 12 })
    .map((lines) => makePage(lines.map(({ text, x, y, size, angle }) => lineOf(text, x, y, { size, angle }))))
  const anyPoint = fc.tuple(fc.integer({ min: -500, max: 3000 }), fc.integer({ min: -500, max: 3000 }))

  test('a caret is on the page, and a selection is as long as its text', () => {
    fc.assert(
      fc.property(anyPage, anyPoint, anyPoint, (page, a, b) => {
        const [anchor, focus] = [caretAt(page, a), caretAt(page, b)]
        if (anchor === undefined || focus === undefined) throw new Error('no caret')
        expect(anchor.index).toBeLessThanOrEqual(page[anchor.line]?.characters.length ?? -1)
        const selection = { anchor, focus }
        const text = textOf(page, selection)
        const all = wholePage(page)
        expect(letters(all === undefined ? '' : textOf(page, all))).toContain(letters(text))
        for (const corner of stretchesOf(page, selection).flat(2)) expect(Number.isFinite(corner)).toBe(true)
      })
    )
  })
})
