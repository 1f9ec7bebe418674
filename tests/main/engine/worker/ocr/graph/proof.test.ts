import { describe, expect, test } from 'vitest'
import {
  type Answer,
  differenceOf,
  matchesSample,
  sampleOf,
  tolerance
} from '../../../../../../main/engine/worker/ocr/graph/proof.ts'

const answer = (...values: number[]): Answer => ({ values: Float32Array.from(values), width: values.length })
const chosen = (indices: number[], ...values: number[]): Answer => ({ ...answer(...values), indices })

describe('the difference of two answers', () => {
  test.each<[string, Answer, Answer, number]>([
    ['equal values', answer(0.5, 0.25), answer(0.5, 0.25), 0],
    ['one value apart', answer(0.5, 0.25), answer(0.5, 0.5), 0.25],
    ['another length', answer(0.5, 0.25), answer(0.5), Number.POSITIVE_INFINITY],
    ['nothing', answer(), answer(), Number.POSITIVE_INFINITY],
    ['no number', answer(0.5), answer(Number.NaN), Number.POSITIVE_INFINITY],
    ['best classes and their probabilities', answer(0.25, 0.75, 0.5, 0.5), chosen([1, 0], 0.75, 0.5), 0],
    ['the second of two equal classes', answer(0.25, 0.75, 0.5, 0.5), chosen([1, 1], 0.75, 0.5), 0],
    ['another class', answer(0.25, 0.75, 0.5, 0.5), chosen([0, 0], 0.75, 0.5), 0.5],
    ['another probability', answer(0.25, 0.75, 0.5, 0.5), chosen([1, 0], 0.75, 0.25), 0.25],
    ['a class that does not exist', answer(0.25, 0.75), chosen([2], 0.75), Number.POSITIVE_INFINITY],
    ['steps that do not fit', answer(0.25, 0.75, 0.5), chosen([1, 0], 0.75, 0.5), Number.POSITIVE_INFINITY]
  ])('%s', (_, original, other, difference) => {
    expect(differenceOf(original, other)).toBe(difference)
  })
})

describe('a sample', () => {
  const long = answer(...Array.from({ length: 5000 }, (_, at) => at / 5000))

  test('is no longer than asked for and spread over the answer', () => {
    const sample = sampleOf(long, 100)
    expect(sample).toHaveLength(100)
    expect(sample.at(-1)).toBeGreaterThan(0.9)
  })

  test('matches the answer that it was taken of, and no other', () => {
    const moved: Answer = { ...long, values: long.values.map((value) => value + 2 * tolerance) }
    expect([long, moved, answer(0)].map((other) => matchesSample(other, sampleOf(long)))).toEqual([true, false, false])
  })
})
