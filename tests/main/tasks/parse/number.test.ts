import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuantity } from '../../../../main/tasks/parse/number.ts'

describe('readQuantity', () => {
  test.each<[string, number, string?]>([
    ['12', 12],
    ['-3.5', -3.5],
    ['+7', 7],
    ['.5', 0.5],
    ['3.', 3],
    ['−5', -5],
    ['(1,234)', -1234],
    ['1,234.5', 1234.5],
    ['1,234,567', 1_234_567],
    ['1 234 567,8', 1_234_567.8],
    ["1'234", 1234],
    ['1\u00a0234', 1234],
    ['1.234.567', 1_234_567],
    ['1.234,5', 1234.5],
    ['12,5', 12.5],
    ['1,5', 1.5],
    ['12,345', 12_345],
    ['1,0000', 10_000],
    ['1.234', 1.234],
    ['１２．５', 12.5],
    ['12%', 12, '%'],
    ['12 ％', 12, '%'],
    ['$1,200', 1200, '$'],
    ['-$5', -5, '$'],
    ['$-5', -5, '$'],
    ['US$ 5', 5, 'US$'],
    ['￥3.2万', 32_000, '¥'],
    ['¥3.2万', 32_000, '¥'],
    ['3.2万', 32_000],
    ['3.2万元', 32_000, '元'],
    ['1.5亿', 150_000_000],
    ['2万亿', 2e12],
    ['5k', 5000],
    ['5K', 5000],
    ['1.2M', 1_200_000],
    ['3 bn', 3e9],
    ['4 million', 4_000_000],
    ['$2.5B', 2.5e9, '$'],
    ['5 m', 5, 'm'],
    ['5 MB', 5, 'MB'],
    ['5 km', 5, 'km'],
    ['5 kg', 5, 'kg'],
    ['36.6 °C', 36.6, '°C'],
    ['36.6℃', 36.6, '°C'],
    ['~40', 40],
    ['≈ 40 ms', 40, 'ms'],
    ['约 40', 40],
    ['about 40', 40],
    ['1.2e3', 1200],
    ['5€', 5, '€']
  ])('%s', (text, value, unit) => {
    expect(readQuantity(text)).toEqual({ value, unit })
  })

  test.each([
    '',
    ' ',
    'abc',
    'Q1',
    '2020-01',
    '2020-01-05',
    '10-20',
    '10–20',
    '12:30',
    '1/2',
    '1,23,4',
    '1.2.3',
    '5 apples and 3 pears',
    '--5',
    'NaN',
    'Infinity',
    '1e999',
    '192.168.0.1',
    '9'.repeat(80)
  ])('%s is no quantity', (text) => {
    expect(readQuantity(text)).toBeUndefined()
  })

  test('reads what JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
        const value = Number(number.toPrecision(12))
        expect(readQuantity(String(value))?.value).toBeCloseTo(value, 9)
      })
    )
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,- ()$¥%万亿kMe+')) }), (text) => {
        const quantity = readQuantity(text)
        expect(quantity === undefined || Number.isFinite(quantity.value)).toBe(true)
      }),
      { numRuns: 1000 }
    )
  })
})
