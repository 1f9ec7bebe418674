import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { documentFacts, pageFacts } from '../../../../../main/engine/protocol/document.ts'
import { Failure } from '../../../../../main/failure.ts'
import { makePdf, textLine } from '../../../../fixtures/documents/pdf.ts'
import { call, documents, draw, limits } from './opened.ts'

const valid = makePdf({
  title: 'valid',
  pages: [{ content: textLine('one') }, { content: textLine('two'), rotate: 270 }]
})
const scale = { dpi: 36, longest: 1000 }

/** Opens it and draws its first page. Gives the code of the failure; anything but a `Failure` is thrown on. */
async function outcome(pdf: Uint8Array): Promise<string> {
  try {
    const facts = documentFacts.parse(await documents.facts(pdf, limits, call))
    expect(facts.pages.length).toBeGreaterThan(0)
    pageFacts.parse((await documents.draw(pdf, 1, scale, { ...limits, milliseconds: 60_000 }, call)).facts)
    return 'drawn'
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

const text = valid.toString('latin1')
const changed = (from: string | RegExp, to: string): Buffer => Buffer.from(text.replace(from, to), 'latin1')

describe('broken and hostile documents', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'picture-empty'],
    ['no PDF', Buffer.from('hello'), 'picture-format'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'picture-format'],
    ['only the mark', Buffer.from('%PDF-1.7\n'), 'picture-damaged'],
    ['noise behind the mark', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 0xe7)]), 'picture-damaged'],
    ['words before the mark', Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), valid]), 'drawn'],
    ['a wrong table of objects', changed(/startxref\n\d+/, 'startxref\n7'), 'drawn'],
    ['offsets that are all zero', changed(/\d{10} 00000 n/g, '0000000000 00000 n'), 'drawn'],
    ['the end missing', valid.subarray(0, text.indexOf('xref')), 'picture-damaged'],
    ['no pages', makePdf({ pages: [] }), 'picture-damaged'],
    ['a count that lies', changed('/Count 2', '/Count 2000000'), 'drawn'],
    ['a negative count', changed('/Count 2', '/Count -5'), 'drawn'],
    ['pages that contain themselves', changed('/Kids[7 0 R 9 0 R]', '/Kids[2 0 R 7 0 R]'), 'drawn'],
    ['only pages that contain themselves', changed('/Kids[7 0 R 9 0 R]', '/Kids[2 0 R 2 0 R]'), 'picture-damaged'],
    ['a page without an area', changed('[0 0 300 200]', '[0 0 0 0]'), 'drawn'],
    ['a page of a billion points', changed('[0 0 300 200]', '[0 0 1e9 1e9]'), 'drawn'],
    ['a page that lies upside down', changed('[0 0 300 200]', '[300 200 0 0]'), 'drawn'],
    ['arrays within arrays', makePdf({ pages: [{ content: '['.repeat(100_000) }] }), 'drawn'],
    ['states within states', makePdf({ pages: [{ content: 'q '.repeat(500_000) }] }), 'drawn'],
    ['dictionaries within dictionaries', changed('/Title(valid)', `/Title ${'<</A '.repeat(50_000)}`), 'drawn'],
    ['a form that draws itself', drawingItself(), 'engine-out-of-memory'],
    ['a picture of 400 million pixels', withImage(20_000, 20_000, Buffer.alloc(1000)), 'drawn'],
    ['a stream that unpacks to 100 MB', withImage(20_000, 20_000, bomb()), 'drawn']
  ])('%s', { timeout: 60_000 }, async (_, pdf, expected) => {
    expect(await outcome(pdf)).toBe(expected)
  })

  it('draws the next document as if nothing had been', async () => {
    await outcome(drawingItself())
    expect((await draw(valid)).ink).toBeGreaterThan(0.003)
  })

  test('cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(valid.length), async (end) => {
        expect(await outcome(valid.subarray(0, end))).toMatch(/^drawn$|^picture-/)
      }),
      { numRuns: 40 }
    )
  })

  test('bytes overwritten', async () => {
    const change = fc.record({ at: fc.nat(valid.length - 1), value: fc.integer({ min: 0, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = Buffer.from(valid)
        for (const { at, value } of changes) bytes[at] = value
        expect(await outcome(bytes)).toMatch(/^drawn$|^picture-|^engine-timeout$/)
      }),
      { numRuns: 60 }
    )
  })
})

function drawingItself(): Buffer {
  const form =
    '<</Type/XObject/Subtype/Form/BBox[0 0 300 200]/Resources<</XObject<</X 9 0 R>>>>/Length 12>>stream\n/X Do /X Do \nendstream'
  const pdf = makePdf({ pages: [{ content: '/X Do' }], more: [form] })
  return withResource(pdf, '/XObject<</X 9 0 R>>')
}

function withImage(width: number, height: number, packed: Buffer): Buffer {
  const head = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8`
  const image = `${head}/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed.toString('latin1')}\nendstream`
  return withResource(
    makePdf({ pages: [{ content: '300 0 0 200 0 0 cm /X Do' }], more: [image] }),
    '/XObject<</X 9 0 R>>'
  )
}

function withResource(pdf: Buffer, resource: string): Buffer {
  return Buffer.from(pdf.toString('latin1').replace('/Resources<<', `/Resources<<${resource}`), 'latin1')
}

/** 100 MB of white in 100 KB. */
function bomb(): Buffer {
  return deflateSync(Buffer.alloc(100_000_000, 255))
}
