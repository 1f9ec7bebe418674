import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LayoutMode, layOut, layoutModes } from '../../../main/layout/layout.ts'
import { makeLine, type Placed, readingFrom, readingOf } from './page.ts'

/** Narrow letters, so that a page of them does not look like a terminal. */
function uneven(placed: readonly Placed[]) {
  const reading = readingOf(placed)
  const lines = reading.lines.map((line) => ({
    ...line,
    positions: line.positions.map((position) => position + 0.06 * Math.sin(position * Math.PI) ** 2)
  }))
  return { ...reading, lines }
}

const cases: { name: string; mode: LayoutMode; page: Placed[]; text: string }[] = [
  {
    name: 'joins the lines of a paragraph and parts paragraphs',
    mode: 'paragraphs',
    page: [
      ['The harbour office keeps three ledgers. The first', 40, 40],
      ['records every vessel that enters before noon, and', 40, 64],
      ['the second those that come later.', 40, 88],
      ['A visitor may ask why the numbers are still those', 40, 130],
      ['that are written by hand.', 40, 154]
    ],
    text: 'The harbour office keeps three ledgers. The first records every vessel that enters before noon, and the second those that come later.\n\nA visitor may ask why the numbers are still those that are written by hand.'
  },
  {
    name: 'starts a paragraph at an indented line',
    mode: 'paragraphs',
    page: [
      ['The clerks counted the arrivals of the year before', 40, 40],
      ['and wrote them down by hand.', 40, 64],
      ['The new system was promised for the month after', 72, 88],
      ['the last one, and it came late.', 40, 112]
    ],
    text: 'The clerks counted the arrivals of the year before and wrote them down by hand.\n\nThe new system was promised for the month after the last one, and it came late.'
  },
  {
    name: 'makes a broken word whole',
    mode: 'paragraphs',
    page: [
      ['The clerks of the harbour wrote every single num-', 40, 40],
      ['ber by hand, and checked it twice before dinner.', 40, 64]
    ],
    text: 'The clerks of the harbour wrote every single number by hand, and checked it twice before dinner.'
  },
  {
    name: 'keeps the entries of a list',
    mode: 'paragraphs',
    page: [
      ['• Wipe the glass at six in the morning, every day of', 40, 40],
      ['the week', 56, 64],
      ['• Log every doubtful reading', 40, 88],
      ['• Never delete a photograph', 40, 112]
    ],
    text: '• Wipe the glass at six in the morning, every day of the week\n• Log every doubtful reading\n• Never delete a photograph'
  },
  {
    name: 'leaves a menu as it is',
    mode: 'paragraphs',
    page: [
      ['Import and Export Settings...', 40, 40],
      ['Customize...', 40, 66],
      ['Options...', 40, 92]
    ],
    text: 'Import and Export Settings...\nCustomize...\nOptions...'
  },
  {
    name: 'joins Chinese without blanks',
    mode: 'paragraphs',
    page: [
      ['港口办公室一直保存着三本登记簿。第一本记录中午之前', 40, 40],
      ['进港的船只，第二本记录下午到达的船只。', 40, 64]
    ],
    text: '港口办公室一直保存着三本登记簿。第一本记录中午之前进港的船只，第二本记录下午到达的船只。'
  },
  {
    name: 'keeps label and value on one line',
    mode: 'paragraphs',
    page: [
      ['昵称', 40, 40],
      ['芋道源码', 300, 40],
      ['邮箱', 40, 80],
      ['a@example.com', 300, 80]
    ],
    text: '昵称 芋道源码\n邮箱 a@example.com'
  },
  {
    name: 'writes visual lines',
    mode: 'lines',
    page: [
      ['The harbour office keeps three ledgers. The first', 40, 40],
      ['records every vessel.', 40, 64]
    ],
    text: 'The harbour office keeps three ledgers. The first\nrecords every vessel.'
  },
  {
    name: 'writes one line, with blanks only where the scripts have them',
    mode: 'single',
    page: [
      ['第一行', 40, 40],
      ['第二行 with', 40, 64],
      ['words', 40, 88],
      ['한국어 문장', 40, 112]
    ],
    text: '第一行第二行 with words 한국어 문장'
  },
  {
    name: 'is empty for an empty picture',
    mode: 'paragraphs',
    page: [],
    text: ''
  }
]

describe('layOut', () => {
  test.each(cases)('$mode: $name', ({ mode, page, text }) => {
    expect(layOut(uneven(page), mode)).toBe(text)
  })

  test('a terminal keeps its line breaks', () => {
    const page: Placed[] = [
      ['$ echo -e "[user] default=someone" >> /etc/wsl.co', 40, 40],
      ['nf', 40, 64],
      ['$ passwd someone and a few more words to fill it', 40, 88],
      ['changing password for user someone on this host.', 40, 112]
    ]
    expect(layOut(readingOf(page), 'paragraphs').split('\n')).toHaveLength(4)
  })

  test('code keeps indentation, inner blanks and blank lines', () => {
    const code = ['function read(page) {', '  if (page) {', '    return   page.text', '  }', '', '  return null', '}']
    const page = code.flatMap((text, row): Placed[] => {
      const indent = text.length - text.trimStart().length
      return text === '' ? [] : [[text.trim(), 40 + indent * 8, 40 + row * 22]]
    })
    expect(layOut(readingOf(page), 'code')).toBe(code.join('\n'))
  })

  test('code puts the parts of a line where they stood', () => {
    const page: Placed[] = [
      ['PID', 40, 40],
      ['COMMAND', 40 + 8 * 8, 40],
      ['1234', 40, 62],
      ['node main/cli.ts', 40 + 8 * 8, 62]
    ]
    expect(layOut(readingOf(page), 'code')).toBe('PID     COMMAND\n1234    node main/cli.ts')
  })

  test('pieces of one line get a blank between words and none between Han', () => {
    const page = readingOf([
      ['two', 40, 40],
      ['words', 70, 40],
      ['汉字', 40, 140],
      ['相连', 73, 140]
    ])
    expect(layOut(page, 'lines')).toBe('two words\n汉字相连')
  })

  test('any reading can be laid out in any mode', () => {
    const coordinate = fc.integer({ min: -50, max: 3000 })
    const point = fc.tuple(coordinate, coordinate)
    const line = fc
      .record({
        text: fc.string({ maxLength: 12 }),
        quad: fc.tuple(point, point, point, point),
        vertical: fc.boolean()
      })
      .map(({ text, quad, vertical }) => makeLine(text, quad, undefined, vertical))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom(...layoutModes), (lines, mode) => {
        expect(typeof layOut(readingFrom(lines), mode)).toBe('string')
      })
    )
  })
})
