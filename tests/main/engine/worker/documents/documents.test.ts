import { existsSync } from 'node:fs'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { documentFonts } from '../../../../../main/engine/fonts.ts'
import { createDocuments } from '../../../../../main/engine/worker/documents/documents.ts'
import { cancelled } from '../../../../../main/failure.ts'
import { encryptPdf } from '../../../../fixtures/documents/encrypt.ts'
import { makePdf, songLine, textLine } from '../../../../fixtures/documents/pdf.ts'
import { call, documents, draw, limits } from './opened.ts'

/** A black square in the lower left quarter. */
const square = '0 0 150 100 re f'
const plain = makePdf({ pages: [{ content: square }] })
const scale = { dpi: 72, longest: 4000 }

describe('what a document tells', () => {
  it('tells its title and the sizes of its pages as they are seen', async () => {
    const pdf = makePdf({ title: 'A title', pages: [{}, { rotate: 90 }, { size: [612, 792], rotate: 180 }] })
    expect(await documents.facts(pdf, limits, call)).toEqual({
      title: 'A title',
      encrypted: false,
      bytes: pdf.length,
      pages: [
        { width: 300, height: 200 },
        { width: 200, height: 300 },
        { width: 612, height: 792 }
      ]
    })
  })

  it.each([
    ['in UTF-16', '\xfe\xff\x4f\x60\x59\x7d', '你好'],
    ['with control characters', 'one\\ntwo\\000three', 'one two three'],
    ['too long for a title', 'x'.repeat(40_000), ''],
    ['longer than is told', 'x'.repeat(600), 'x'.repeat(500)]
  ])('tells a title %s', async (_, title, told) => {
    expect(await documents.facts(makePdf({ title, pages: [{}] }), limits, call)).toMatchObject({ title: told })
  })

  it('counts a thousand pages', async () => {
    const pdf = makePdf({ pages: Array.from({ length: 1000 }, () => ({ content: square })) })
    const { pages } = await documents.facts(pdf, limits, call)
    expect(pages).toHaveLength(1000)
    expect((await draw(pdf, 1000)).isDark(0.25, 0.75)).toBe(true)
  })

  it('refuses more pages than are accepted', async () => {
    const pdf = makePdf({ pages: [{}, {}, {}] })
    await expect(documents.facts(pdf, { ...limits, frames: 2 }, call)).rejects.toMatchObject({
      code: 'picture-too-many-pixels'
    })
  })

  it('refuses more bytes than are accepted', async () => {
    await expect(documents.facts(plain, { ...limits, bytes: 100 }, call)).rejects.toMatchObject({
      code: 'picture-too-many-bytes'
    })
  })
})

describe('a drawn page', () => {
  it('has black where it is drawn, and is white elsewhere', async () => {
    const { facts, isDark } = await draw(plain, 1, { dpi: 72 })
    expect(facts).toMatchObject({ format: 'png', width: 300, height: 200, dpi: 72, problems: [] })
    expect([isDark(0.25, 0.75), isDark(0.75, 0.75), isDark(0.25, 0.25), isDark(0.75, 0.25)]).toEqual([
      true,
      false,
      false,
      false
    ])
  })

  it('is turned as the page says', async () => {
    const pdf = makePdf({ pages: [{ content: square, rotate: 90 }] })
    const { facts, isDark } = await draw(pdf, 1, { dpi: 144 })
    expect(facts).toMatchObject({ width: 400, height: 600 })
    expect([isDark(0.25, 0.25), isDark(0.25, 0.75)]).toEqual([true, false])
  })

  it('keeps colours in their order', async () => {
    const pdf = makePdf({ pages: [{ content: '1 0 0 rg 0 0 300 200 re f' }] })
    const { data } = await documents.draw(pdf, 1, scale, limits, call)
    const { dominant, channels } = await sharp(data).stats()
    expect(channels).toHaveLength(3)
    expect(dominant.r - dominant.b).toBeGreaterThan(200)
  })

  it('has letters in the fonts that every reader of PDF brings', async () => {
    expect((await draw(makePdf({ pages: [{ content: textLine('Helvetica') }] }))).ink).toBeGreaterThan(0.01)
  })

  it.each(['Stamp', 'Widget'])('holds what lies upon it: %s', async (kind) => {
    const look = '<</Type/XObject/Subtype/Form/BBox[0 0 300 200]/Length 17>>stream\n0 0 300 200 re f \nendstream'
    const annotation = `<</Type/Annot/Subtype/${kind}/Rect[0 0 300 200]/F 4/FT/Tx/T(a)/AP<</N 9 0 R>>>>`
    const text = makePdf({ pages: [{}], more: [look, annotation] })
      .toString('latin1')
      .replace('/Rotate 0/', '/Annots[10 0 R]/')
      .replace('/Type/Catalog', '/Type/Catalog/AcroForm<</Fields[10 0 R]>>')
    expect((await draw(Buffer.from(text, 'latin1'))).ink).toBeGreaterThan(0.9)
  })

  it('is cancelled between two pieces of its work', async () => {
    await expect(documents.draw(heavy(), 1, scale, limits, { ...call, breathe: calledOff })).rejects.toMatchObject({
      code: 'cancelled'
    })
  })

  it('may not take longer than the limit', async () => {
    await expect(documents.draw(heavy(), 1, scale, { ...limits, milliseconds: 1 }, call)).rejects.toMatchObject({
      code: 'engine-timeout'
    })
  })

  it.each([2, 1000])('is refused when there is none of its number: %d', async (page) => {
    await expect(documents.draw(plain, page, scale, limits, call)).rejects.toMatchObject({
      code: 'picture-missing',
      message: `There is no page ${page}: the PDF has one page.`
    })
  })
})

function calledOff(): Promise<void> {
  return Promise.reject(cancelled())
}

/** A page that takes seconds to draw: a hundred thousand curves across all of it. */
function heavy(): Buffer {
  return makePdf({ pages: [{ content: '0 0 m 100 300 200 -100 300 200 c 0 200 l 300 0 l f\n'.repeat(100_000) }] })
}

describe('Chinese in a font that the file does not bring', () => {
  const pdf = makePdf({ pages: [{ content: songLine('你好世界') }] })
  const fonts = documentFonts(process.platform, process.env['SystemRoot'])

  it('is left blank and said so without a font on this machine', async () => {
    const { ink, facts } = await draw(pdf)
    expect(ink).toBe(0)
    expect(facts.problems).toEqual([
      'Chinese characters may be missing: the PDF does not bring their font, and this machine has none.'
    ])
  })

  it.skipIf(fonts.length === 0)('is drawn in a font of the system', async () => {
    const { ink, facts } = await draw(pdf, 1, {}, createDocuments({ fonts: ['/no/such/font.ttc', ...fonts] }))
    expect(ink).toBeGreaterThan(0.01)
    expect(facts.problems).toEqual([])
  })

  it('finds only fonts that exist', () => {
    expect(fonts.filter((font) => !existsSync(font))).toEqual([])
    expect(documentFonts('win32', '/no/such/folder')).toEqual([])
  })
})

describe('an encrypted document', () => {
  let open: Uint8Array
  let locked: Uint8Array
  beforeAll(async () => {
    open = await encryptPdf(plain, '')
    locked = await encryptPdf(plain, 'secret')
  })

  it('opens without a password where it needs none', async () => {
    expect(await documents.facts(open, limits, call)).toMatchObject({ encrypted: true })
    expect((await draw(open)).isDark(0.25, 0.75)).toBe(true)
  })

  it('is refused where it needs one', async () => {
    await expect(documents.facts(locked, limits, call)).rejects.toMatchObject({
      code: 'picture-denied',
      message: 'The PDF is protected by a password.'
    })
  })
})
