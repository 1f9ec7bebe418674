import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestClasses, decodeSteps } from '../../../../../../main/engine/worker/ocr/recognise/ctc.ts'
import { textOf } from './glyphs.ts'

/** Class 0 is the blank; the space is the last class. */
const characters = ['', 'a', 'b', 'l', ' ']

describe('decodeSteps', () => {
  it.each([
    ['nothing', [], ''],
    ['all blank', [0, 0, 0], ''],
    ['repeats are one', [1, 1, 1], 'a'],
    ['a blank between makes two', [3, 3, 0, 3], 'll'],
    ['a change needs no blank', [1, 2, 2, 1], 'aba'],
    ['blanks at both ends', [0, 1, 0, 0, 2, 0], 'ab'],
    ['the last class is the space', [1, 4, 2], 'a b'],
    ['a class beyond the dictionary has no text', [1, 5, 2], 'ab']
  ])('%s', (_name, classes, expected) => {
    const probabilities = classes.map(() => 0.9)
    const steps = { probabilities, from: 0, count: classes.length }
    expect(textOf(decodeSteps({ ...steps, classes }, characters))).toBe(expected)
    expect(textOf(decodeSteps({ ...steps, classes: BigInt64Array.from(classes.map(BigInt)) }, characters))).toBe(
      expected
    )
  })

  it('tells where each glyph was first seen and how sure it was there', () => {
    const probabilities = [0.99, 0.6, 0.9, 0.99, 0.7]
    expect(decodeSteps({ classes: [0, 1, 1, 0, 1], probabilities, from: 0, count: 5 }, characters)).toEqual([
      { text: 'a', step: 1, confidence: 0.6 },
      { text: 'a', step: 4, confidence: 0.7 }
    ])
  })

  it('reads one line of several', () => {
    const [classes, probabilities] = [
      [1, 1, 2, 2, 3, 3],
      [1, 1, 0.8, 1, 1, 1]
    ]
    expect(decodeSteps({ classes, probabilities, from: 2, count: 2 }, characters)).toEqual([
      { text: 'b', step: 0, confidence: 0.8 }
    ])
  })

  it('reads back whatever was written step by step', () => {
    const glyphs = fc.array(fc.record({ index: fc.integer({ min: 1, max: 4 }), held: fc.integer({ min: 1, max: 4 }) }))
    fc.assert(
      fc.property(glyphs, (written) => {
        const classes = written.flatMap(({ index, held }) => [...Array.from({ length: held }, () => index), 0])
        const probabilities = classes.map(() => 1)
        const decoded = decodeSteps({ classes, probabilities, from: 0, count: classes.length }, characters)
        expect(textOf(decoded)).toBe(written.map(({ index }) => characters[index]).join(''))
      })
    )
  })
})

describe('bestClasses', () => {
  it('finds the greatest of each step, the first of equals', () => {
    const { indices, best } = bestClasses(Float32Array.of(0.25, 0.5, 0.25, 0.75, 0, 0.25, 0.5, 0, 0.5), 3)
    expect([...indices]).toEqual([1, 0, 0])
    expect([...best]).toEqual([0.5, 0.75, 0.5])
  })

  it('of no step there is none', () => {
    expect(bestClasses(new Float32Array(0), 3).indices).toHaveLength(0)
  })
})
