import { expect, test } from 'vitest'
import type { Quad } from '../../../../main/engine/protocol/geometry.ts'
import type { Reading, ReadLine } from '../../../../main/engine/protocol/reading.ts'
import { locateLabels, locateWords } from '../../../../main/library/search/locate.ts'

function line(text: string, quad: Quad, vertical = false): ReadLine {
  const characters = Array.from(text)
  const positions = characters.map((_, index) => (index + 0.5) / characters.length)
  return { text, quad, confidence: 1, positions, confidences: positions.map(() => 1), vertical }
}

function box(x0: number, y0: number, x1: number, y1: number): Quad {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1]
  ]
}

function reading(...lines: ReadLine[]): Reading {
  const milliseconds = { decode: 0, detect: 0, recognise: 0, model: 0, total: 0 }
  return { width: 1000, height: 1000, turn: 0, lines, rulings: [], pack: 'x', milliseconds }
}

const page = reading(
  line('Total 北京𠮷市', box(0, 0, 100, 10)),
  line('hello', box(0, 20, 50, 30)),
  line('world', box(0, 40, 50, 50))
)

const cases: [string, string, Quad[]][] = [
  ['a word', 'total', [box(0, 0, 50, 10)]],
  ['a word behind others, with a character of two units', '京𠮷', [box(70, 0, 90, 10)]],
  ['a part of a word', 'ell', [box(10, 20, 40, 30)]],
  ['a phrase over two lines', '"hello world"', [box(0, 20, 50, 30), box(0, 40, 50, 50)]],
  ['several words', 'hello 市', [box(90, 0, 100, 10), box(0, 20, 50, 30)]],
  ['the same word twice', 'l', [box(40, 0, 50, 10), box(20, 20, 40, 30), box(30, 40, 40, 50)]],
  ['what is not there', 'zebra', []],
  ['nothing', '', []]
]

test.each(cases)('%s', (_title, words, quads) => {
  expect(rounded(locateWords(page, words))).toEqual(quads)
})

test('a vertical line is cut across', () => {
  const column = reading(line('東京都市', box(100, 0, 110, 40), true))
  expect(rounded(locateWords(column, '京都'))).toEqual([box(100, 10, 110, 30)])
})

test('a code is marked as a whole', () => {
  const codes = [{ format: 'QRCode', text: 'https://harbour.example', quad: box(1, 2, 3, 4) }]
  expect(locateWords({ ...page, codes }, 'harbour')).toEqual([box(1, 2, 3, 4)])
})

test('a slanted line is cut along its slant', () => {
  const slanted: Quad = [
    [0, 0],
    [100, 50],
    [95, 60],
    [-5, 10]
  ]
  expect(rounded(locateWords(reading(line('ab', slanted)), 'b'))).toEqual([
    [
      [50, 25],
      [100, 50],
      [95, 60],
      [45, 35]
    ]
  ])
})

test('labels are boxes', () => {
  const detections = [
    { label: 'Red boat', box: { x0: 1, y0: 2, x1: 3, y1: 4 } },
    { label: 'house', box: { x0: 5, y0: 6, x1: 7, y1: 8 } }
  ]
  const answer = { kind: 'boxes' as const, text: 'x', notices: [], prose: '', detections }
  expect(locateLabels(answer, 'boat tree')).toEqual([box(1, 2, 3, 4)])
  expect(locateLabels({ kind: 'text', text: 'boat', notices: [] }, 'boat')).toEqual([])
})

function rounded(quads: readonly Quad[]): Quad[] {
  return quads.map((quad) => quad.map(([x, y]) => [Math.round(x), Math.round(y)]) as Quad)
}
