import { describe, expect, test } from 'vitest'
import { isMeasured } from '../../../main/bridge/measure.ts'

const circle: unknown[] = []
circle.push(circle)

describe('what an argument may hold', () => {
  test.each([
    ['nothing', {}, true],
    ['plain data', { a: [1, 'two', null, { b: true }], c: undefined }, true],
    ['as much as is allowed', Array.from({ length: 9 }, () => 0), true],
    ['one value more', Array.from({ length: 10 }, () => 0), false],
    ['a long text', 'x'.repeat(101), false],
    ['long names', { ['x'.repeat(101)]: 1 }, false],
    ['much within much', [[[[[[[[[[[]]]]]]]]]]], false],
    ['what contains itself', circle, false],
    ['a long array with holes', Object.assign([], { length: 1e9 }), false],
    ['bytes', new Uint8Array(2), false],
    ['a map', new Map(), false],
    ['a date', new Date(0), false],
    ['a number without end', 1n, false],
    ['an error', new Error('x'), false]
  ])('%s', (_what, argument, expected) => {
    expect(isMeasured(argument, { values: 10, characters: 100 })).toBe(expected)
  })
})
