import { describe, expect, it } from 'vitest'
import type { LineImage } from '../../../../../../main/engine/worker/ocr/recognise/blanks.ts'
import { settleCase } from '../../../../../../main/engine/worker/ocr/recognise/letter-case.ts'
import { glyphsOf, textOf } from './glyphs.ts'

const tallLetter = /[A-Zbdfhkl0-9]/

/** Dark boxes on light ground, one for each letter of `drawn`, 16 pixels apart: tall ones from row 8, small from 18. */
function imageOf(drawn: string): LineImage {
  const [width, height, offset] = [drawn.length * 16, 48, 4]
  const values = new Float32Array(offset + width * height).fill(1)
  for (const [index, letter] of Array.from(drawn).entries()) {
    if (letter === ' ') continue
    for (let y = tallLetter.test(letter) ? 8 : 18; y < 38; y++)
      values.fill(-1, offset + y * width + index * 16 + 1, offset + y * width + index * 16 + 12)
  }
  return { values, offset, stride: width, width, height }
}

/** What is made of `read` where the picture shows `drawn`. */
function settled(read: string, drawn: string): string {
  return textOf(settleCase(glyphsOf(read), imageOf(drawn), 8))
}

describe('settleCase', () => {
  it.each([
    ['small o between capitals', 'PoRT', 'PORT'],
    ['capital O between small letters', 'hOuse made', 'house made'],
    ['two of them', 'pOSed kind', 'posed kind'],
    ['a small one where a word begins', 'sERVER', 'SERVER']
  ])('%s', (_name, read, drawn) => {
    expect(settled(read, drawn)).toBe(drawn)
  })

  it.each([
    ['camel case', 'fileOpener', 'fileOpener'],
    ['what is as high as it was read', 'PoRT', 'PoRT'],
    ['capitals alone', 'SOS', 'SOS'],
    ['nothing', '', ''],
    ['Chinese', '中O国', '中O国']
  ])('leaves %s', (_name, read, drawn) => {
    expect(settled(read, drawn)).toBe(read)
  })

  it('takes a line without ink', () => {
    expect(settled('PoRT', '    ').toLowerCase()).toBe('port')
  })
})
