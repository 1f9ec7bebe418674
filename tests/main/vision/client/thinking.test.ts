import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createThinkingSplitter, type Split } from '../../../../main/vision/client/thinking.ts'

function split(pieces: readonly string[]): Split {
  const splitter = createThinkingSplitter()
  const parts = [...pieces.map((piece) => splitter.push(piece)), splitter.end()]
  return { text: parts.map(({ text }) => text).join(''), thinking: parts.map(({ thinking }) => thinking).join('') }
}

const cases: readonly [string, string, string][] = [
  ['plain', 'plain', ''],
  ['', '', ''],
  ['<think>hm</think>\n\nyes', 'yes', 'hm'],
  ['\n <think>hm</think>yes', 'yes', 'hm'],
  ['<thinking>hm</thinking>yes', 'yes', 'hm'],
  ['◁think▷hm◁/think▷yes', 'yes', 'hm'],
  ['<think></think>yes', 'yes', ''],
  ['<think>only', '', 'only'],
  ['<think>ends </thi', '', 'ends </thi'],
  ['<think>a < b </b></think>yes', 'yes', 'a < b </b>'],
  ['<think>hm</think>a <think>b</think>', 'a <think>b</think>', 'hm'],
  ['The picture says <think>no</think>', 'The picture says <think>no</think>', ''],
  ['<thi', '<thi', ''],
  ['<table>', '<table>', ''],
  ['</think>yes', '</think>yes', '']
]

describe('thinking at the beginning of an answer', () => {
  test.each(cases)('%j', (answer, text, thinking) => {
    expect(split([answer])).toEqual({ text, thinking })
  })

  test('is found however the answer is cut', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.array(fc.nat(40)), ([answer, text, thinking], cuts) => {
        const places = [0, ...cuts.filter((cut) => cut < answer.length).toSorted((a, b) => a - b), answer.length]
        const pieces = places.slice(1).map((place, index) => answer.slice(places[index], place))
        expect(split(pieces)).toEqual({ text, thinking })
      })
    )
  })

  test('holds nothing back of an answer that has begun', () => {
    const splitter = createThinkingSplitter()
    expect(splitter.push('a').text).toBe('a')
    expect(splitter.push('<').text).toBe('<')
  })
})
