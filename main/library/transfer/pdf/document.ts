import { deflateSync } from 'node:zlib'
import { advance, blankFont } from './font.ts'
import { channelsOf } from './jpeg.ts'

/** Writes the objects of a PDF (ISO 32000-1) one after the other; a page is forgotten when it is written. */
export interface PdfDocument {
  /** The bytes of one page with its picture and its text. */
  page(page: PdfPage): Buffer
  /** The bytes that end the file. */
  end(): Buffer
}

export interface PdfPage {
  /** An upright JPEG, and its size in pixels. */
  readonly picture: { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }
  /** Size in points of 1/72 inch. */
  readonly width: number
  readonly height: number
  /** Drawing operators of the text layer, which may use the font `/F`. */
  readonly text: string
}

/** Numbers of the objects that every file has. */
const numbers = { catalog: 1, pages: 2, font: 3, descendant: 4, descriptor: 5, file: 6, glyphs: 7, unicode: 8 }

export function startPdf(): { readonly head: Buffer; readonly document: PdfDocument } {
  const offsets: number[] = []
  const pages: number[] = []
  let written = 0
  let last = Object.keys(numbers).length

  const emit = (bytes: Buffer): Buffer => {
    written += bytes.length
    return bytes
  }
  const object = (number: number, body: string | Buffer): Buffer => {
    offsets[number] = written
    return emit(Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]))
  }

  // The four bytes say that the file is no text.
  const version = emit(Buffer.from('%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'))
  const head = Buffer.concat([version, ...fontObjects().map(([number, body]) => object(number, body))])

  return {
    head,
    document: {
      page: ({ picture, width, height, text }) => {
        const [page, image, content] = [last + 1, last + 2, last + 3]
        last += 3
        pages.push(page)
        const place = `q ${width} 0 0 ${height} 0 0 cm /I Do Q\n`
        return Buffer.concat([
          object(
            page,
            `<< /Type /Page /Parent ${numbers.pages} 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${content} 0 R ` +
              `/Resources << /XObject << /I ${image} 0 R >> /Font << /F ${numbers.font} 0 R >> >> >>`
          ),
          object(
            image,
            stream(
              picture.jpeg,
              `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} ` +
                `${colourSpaceOf(picture.jpeg)} /BitsPerComponent 8 /Filter /DCTDecode`
            )
          ),
          object(content, deflated(place + text))
        ])
      },
      end: () => {
        const kids = pages.map((page) => `${page} 0 R`).join(' ')
        const tail = Buffer.concat([
          object(numbers.pages, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`),
          object(numbers.catalog, `<< /Type /Catalog /Pages ${numbers.pages} 0 R >>`)
        ])
        return Buffer.concat([tail, Buffer.from(crossReferences(offsets, last, written))])
      }
    }
  }
}

function crossReferences(offsets: readonly number[], last: number, start: number): string {
  const lines = Array.from(
    { length: last },
    (_, index) => `${String(offsets[index + 1] ?? 0).padStart(10, '0')} 00000 n \n`
  )
  return (
    `xref\n0 ${last + 1}\n0000000000 65535 f \n${lines.join('')}` +
    `trailer\n<< /Size ${last + 1} /Root ${numbers.catalog} 0 R >>\nstartxref\n${start}\n%%EOF\n`
  )
}

/** A font of 65,536 characters, one for each unit of UTF-16, that all look like nothing. */
function fontObjects(): [number, string | Buffer][] {
  const name = '/GlyphlensBlank'
  return [
    [
      numbers.font,
      `<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H ` +
        `/DescendantFonts [${numbers.descendant} 0 R] /ToUnicode ${numbers.unicode} 0 R >>`
    ],
    [
      numbers.descendant,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /DW ${advance} /CIDToGIDMap ${numbers.glyphs} 0 R ` +
        '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ' +
        `/FontDescriptor ${numbers.descriptor} 0 R >>`
    ],
    [
      numbers.descriptor,
      `<< /Type /FontDescriptor /FontName ${name} /Flags 5 /FontBBox [0 0 ${advance} 1000] /ItalicAngle 0 /Ascent 1000 ` +
        `/Descent -1 /CapHeight 1000 /StemV 80 /FontFile2 ${numbers.file} 0 R >>`
    ],
    [numbers.file, deflated(blankFont(), true)],
    [numbers.glyphs, deflated(Buffer.alloc(2 * 65_536))],
    [numbers.unicode, deflated(toUnicode())]
  ]
}

/** Each unit stands for itself; ranges may not pass from one first byte to the next. */
function toUnicode(): string {
  const ranges = Array.from({ length: 256 }, (_, first) => {
    const byte = first.toString(16).padStart(2, '0')
    return `<${byte}00> <${byte}ff> <${byte}00>`
  })
  const blocks = [0, 100, 200].map((start) => {
    const part = ranges.slice(start, start + 100)
    return `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange`
  })
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end'
  ].join('\n')
}

/** JPEGs with four channels come from printing: they hold how much ink is missing. */
function colourSpaceOf(jpeg: Uint8Array): string {
  const channels = channelsOf(jpeg)
  if (channels === 4) return '/ColorSpace /DeviceCMYK /Decode [1 0 1 0 1 0 1 0]'
  return channels === 1 ? '/ColorSpace /DeviceGray' : '/ColorSpace /DeviceRGB'
}

function deflated(content: string | Buffer, isFont = false): Buffer {
  const bytes = Buffer.from(content)
  return stream(deflateSync(bytes), `/Filter /FlateDecode${isFont ? ` /Length1 ${bytes.length}` : ''}`)
}

function stream(bytes: Uint8Array, dictionary: string): Buffer {
  const head = Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`)
  return Buffer.concat([head, bytes, Buffer.from('\nendstream')])
}
