import { describe, expect, it } from 'vitest'
import { isLegible, isPlainCharacter, withSingles } from '../../../../../../main/engine/worker/ocr/recognise/legible.ts'
import { recognised } from './glyphs.ts'

describe('isLegible', () => {
  it.each([
    ['a word', 'word', 0.5, true],
    ['a doubtful word', 'word', 0.49, false],
    ['two letters', 'ab', 0.8, true],
    ['two doubtful letters', 'ab', 0.79, false],
    ['two letters between blanks', ' ab ', 0.79, false],
    ['nothing', '', 1, false],
    ['a blank', ' ', 1, false]
  ])('%s', (_name, text, confidence, expected) => {
    expect(isLegible(recognised(text, confidence))).toBe(expected)
  })
})

describe('isPlainCharacter', () => {
  it.each([
    ['7', 0.93, true],
    ['42', 0.99, true],
    ['A', 0.99, true],
    ['中', 0.99, true],
    [' 7 ', 0.99, true],
    ['7', 0.92, false],
    ['123', 0.99, false],
    ['o', 0.99, false],
    ['l', 0.99, false],
    ['I', 0.99, false],
    ['-', 0.99, false],
    ['', 1, false],
    ['}', 0.45, true],
    ['{', 0.44, false],
    ['};', 0.5, false]
  ])('"%s" at %d', (text, confidence, expected) => {
    expect(isPlainCharacter(recognised(text, confidence))).toBe(expected)
  })
})

describe('withSingles', () => {
  const line = recognised('a line')
  const single = recognised('}', 0.99, { strip: { x: 200, y: 150, length: 14, thickness: 20, angle: 0, score: 1 } })

  it('adds them', () => {
    expect(withSingles([line], [single])).toEqual([line, single])
    expect(withSingles([], [])).toEqual([])
  })

  it('puts one in the place of a part of it', () => {
    const fragment = recognised(')', 0.9, { strip: { x: 201, y: 148, length: 10, thickness: 8, angle: 0, score: 1 } })
    expect(withSingles([line, fragment], [single])).toEqual([line, single])
  })

  it('leaves a line alone that it stands in', () => {
    const inside = { ...single, strip: line.strip }
    const longer = { ...line, strip: { ...line.strip, length: 300 } }
    expect(withSingles([longer], [inside])).toHaveLength(2)
  })
})
