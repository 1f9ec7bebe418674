import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairGlyphs } from '../../../../../../main/engine/worker/ocr/recognise/repair.ts'
import { glyphsOf, textOf } from './glyphs.ts'

describe('repairGlyphs', () => {
  it.each([
    ['wide punctuation in a Latin line', 'Yes，no：（maybe）！', 'Yes,no:(maybe)!'],
    ['wide digits in a Latin line', 'Ｒoom １２', 'Room 12'],
    ['a stroke for a bar', 'a 丨 b', 'a | b'],
    ['bars in code', 'if (a I b) { c(); }', 'if (a | b) { c(); }'],
    ['two bars in code', 'if (a Il b) { c(); }', 'if (a || b) { c(); }'],
    ['the letter o in a number', 'Port 8o80, 1.5o', 'Port 8080, 1.50'],
    ['a zero before letters', '0pen the door', 'Open the door'],
    ['a slashed zero', '1θ24', '1024'],
    ['a ring beside a degree', '21°℃', '21℃'],
    ['a lost dot', 'Loading..', 'Loading...']
  ])('mends %s', (_name, read, mended) => {
    expect(textOf(repairGlyphs(glyphsOf(read)))).toBe(mended)
  })

  it.each([
    ['nothing', ''],
    ['wide punctuation in a Chinese line', '你好，世界：（再见）！'],
    ['a Chinese line with Latin words', '使用 API，版本 １２'],
    ['kana', 'カタカナ，ひらがな。'],
    ['ideographic punctuation alone', '「，」'],
    ['I in prose', 'I think (as I said) that I am'],
    ['l and I in a word of code', 'let x = f(Ill); if (lI) { x(); }'],
    ['three strokes', 'if (a III b) { c(); }'],
    ['a number in hexadecimal', '0xff 0x1F'],
    ['o alone', 'o o O'],
    ['words of o', 'foo Oo zoo2'],
    ['three dots', 'Loading...'],
    ['two dots in code', '.. ../main'],
    ['a zero before a capital and a digit', '0A 0B1']
  ])('leaves %s', (_name, read) => {
    expect(textOf(repairGlyphs(glyphsOf(read)))).toBe(read)
  })

  it('keeps place and confidence of what it mends', () => {
    expect(repairGlyphs([{ text: '，', step: 7, confidence: 0.4 }])).toEqual([{ text: ',', step: 7, confidence: 0.4 }])
  })

  it('takes glyphs of several characters, and of none', () => {
    const glyphs = [...glyphsOf('8o'), { text: '𠮷', step: 5, confidence: 1 }, { text: '', step: 6, confidence: 1 }]
    expect(repairGlyphs(glyphs)).toHaveLength(4)
  })

  it('mends once and for all', () => {
    const texts = fc.array(fc.constantFrom(...Array.from('aIlo0O19 |丨，：.(){};=&θ°℃中xT')), { maxLength: 20 })
    fc.assert(
      fc.property(texts, (read) => {
        const once = repairGlyphs(glyphsOf(read.join('')))
        expect(textOf(repairGlyphs(once))).toBe(textOf(once))
      })
    )
  })
})
