import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ByteRange, parseRange } from '../../../main/policy/range.ts'

const whole = { kind: 'whole' }
const unsatisfiable = { kind: 'unsatisfiable' }
const part = (first: number, last: number) => ({ kind: 'part', first, last })

const cases: readonly (readonly [string | null | undefined, number, object])[] = [
  [undefined, 10, whole],
  [null, 10, whole],
  ['', 10, whole],
  ['bytes=', 10, whole],
  ['bytes=-', 10, whole],
  ['bytes=0-', 10, part(0, 9)],
  ['bytes=0-0', 10, part(0, 0)],
  ['bytes=9-', 10, part(9, 9)],
  ['bytes=2-100', 10, part(2, 9)],
  ['bytes=-3', 10, part(7, 9)],
  ['bytes=-100', 10, part(0, 9)],
  ['bytes=-0', 10, unsatisfiable],
  ['bytes=10-', 10, unsatisfiable],
  ['bytes=10-12', 10, unsatisfiable],
  ['bytes=0-', 0, unsatisfiable],
  ['bytes=-1', 0, unsatisfiable],
  ['bytes=5-2', 10, whole],
  ['bytes=0-1,3-4', 10, whole],
  ['bytes= 0-1', 10, whole],
  ['bytes=0x1-2', 10, whole],
  ['bytes=1e1-', 10, whole],
  ['bytes=+1-2', 10, whole],
  ['bytes=--1', 10, whole],
  ['bytes=9999999999999999-', 10, whole],
  ['Bytes=0-1', 10, whole],
  ['lines=0-1', 10, whole],
  ['bytes=0-1\n', 10, whole],
  ['bytes=\u0660-1', 10, whole]
]

describe('ranges', () => {
  test.each(cases)('%j of %i bytes', (header, size, expected) => {
    expect(parseRange(header, size)).toEqual(expected)
  })

  test('a part always lies inside the file', () => {
    const number = fc.option(fc.nat(1000), { nil: '' })
    fc.assert(
      fc.property(number, number, fc.nat(1000), (from, to, size) => {
        const range: ByteRange = parseRange(`bytes=${from}-${to}`, size)
        if (range.kind !== 'part') return
        expect(range.first).toBeGreaterThanOrEqual(0)
        expect(range.last).toBeGreaterThanOrEqual(range.first)
        expect(range.last).toBeLessThan(size)
      })
    )
  })
})
