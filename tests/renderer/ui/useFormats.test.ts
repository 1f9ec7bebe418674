import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../../renderer/ui/useFormats.ts'

const english = formatsOf('en', 'UTC')
const chinese = formatsOf('zh-CN', 'UTC')

/** ICU writes narrow and hard spaces, and changes which from version to version. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('formats', () => {
  it.each([
    [0, '0 byte', '0 B'],
    [999, '999 byte', '999 B'],
    [1000, '1 kB', '1 kB'],
    [14_820, '14.8 kB', '14.8 kB'],
    [31_200_000, '31.2 MB', '31.2 MB'],
    [4_000_000_000, '4 GB', '4 GB'],
    [9e15, '9,000 TB', '9,000 TB']
  ])('%d bytes', (bytes, inEnglish, inChinese) => {
    expect(plain(english.bytes(bytes)).replace('bytes', 'byte')).toBe(inEnglish)
    expect(plain(chinese.bytes(bytes))).toBe(inChinese)
  })

  it.each([
    [12, '12 ms', '12毫秒'],
    [2380, '2.4 sec', '2.4秒'],
    [59_400, '59 sec', '59秒'],
    [95_000, '2 min', '2分钟'],
    [3_600_000, '1 hr', '1小时'],
    [5_400_000, '1 hr 30 min', '1小时 30分钟']
  ])('%d ms', (milliseconds, inEnglish, inChinese) => {
    expect(plain(english.duration(milliseconds))).toBe(inEnglish)
    expect(plain(chinese.duration(milliseconds)).replaceAll(/(\d) /g, '$1')).toBe(inChinese)
  })

  const now = Date.UTC(2026, 10, 30, 18, 0)

  it.each([
    ['today', Date.UTC(2026, 10, 30, 9, 5), '9:05 AM', '09:05'],
    ['this year', Date.UTC(2026, 2, 4, 9, 5), 'Mar 4', '3月4日'],
    ['before', Date.UTC(2025, 11, 31, 9, 5), 'Dec 31, 2025', '2025年12月31日']
  ])('when: %s', (_, time, inEnglish, inChinese) => {
    expect(plain(english.when(time, now))).toBe(inEnglish)
    expect(plain(chinese.when(time, now))).toBe(inChinese)
  })

  it('counts, parts and lists', () => {
    expect(english.number(1_234_567)).toBe('1,234,567')
    expect(english.percent(0.256)).toBe('26%')
    expect(english.list(['a', 'b', 'c'])).toBe('a, b, and c')
    expect(chinese.list(['甲', '乙', '丙'])).toBe('甲、乙和丙')
  })
})
