import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Quad } from '../../../../main/engine/protocol/geometry.ts'
import type { Reading, ReadLine } from '../../../../main/engine/protocol/reading.ts'
import { channelsOf } from '../../../../main/library/transfer/pdf/jpeg.ts'
import { pdfOf } from '../../../../main/library/transfer/pdf/pdf.ts'
import type { EntryRecord } from '../../../../main/library/transfer/record.ts'

let pdfium: WrappedPdfiumModule

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  const bytes = readFileSync(file)
  pdfium = await init({
    wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
  })
  pdfium.PDFiumExt_Init()
})

function line(text: string, quad: Quad, vertical = false): ReadLine {
  const positions = Array.from(text, (_, index) => (index + 0.5) / Array.from(text).length)
  return { text, quad, confidence: 1, positions, confidences: positions.map(() => 1), vertical }
}

function box(x0: number, y0: number, x1: number, y1: number): Quad {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1]
  ]
}

const milliseconds = { decode: 0, detect: 0, recognise: 0, model: 0, total: 0 }

function recordOf(result: EntryRecord['result']): EntryRecord {
  return {
    format: 'glyphlens-entry',
    version: 1,
    uid: '01933d5e-0000-7000-8000-000000000000',
    name: 'page.png',
    source: 'file',
    task: 'read',
    engine: 'device',
    parameters: {},
    fingerprint: 'x',
    state: 'done',
    created: 1,
    starred: false,
    picture: { id: 'a'.repeat(64), format: 'png', bytes: 1 },
    turns: [],
    ...(result && { result })
  }
}

function readingRecord(lines: ReadLine[]): EntryRecord {
  const body: Reading = { width: 800, height: 400, turn: 0, lines, rulings: [], pack: 'x', milliseconds }
  return recordOf({
    kind: 'reading',
    text: 'x',
    body: structuredClone(body) as NonNullable<EntryRecord['result']>['body'],
    created: 1
  })
}

async function pdfFrom(records: readonly EntryRecord[], channels: 1 | 3 | 4 = 3): Promise<Buffer> {
  const grey = sharp({ create: { width: 800, height: 400, channels: 3, background: '#808080' } })
  const space = { 1: 'b-w', 3: 'srgb', 4: 'cmyk' }[channels]
  const jpeg = await grey.toColourspace(space).jpeg().toBuffer()
  expect(channelsOf(jpeg)).toBe(channels)
  const source = async function* () {
    yield* records
  }
  const chunks: Uint8Array[] = []
  const makePage = async () => ({ jpeg, width: 800, height: 400 })
  for await (const chunk of pdfOf(source(), { bytesOf: async () => jpeg, makePage })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

interface SeenPage {
  readonly text: string
  readonly width: number
  readonly height: number
  /** Left, bottom, right and top of each UTF-16 unit, in points. */
  readonly boxes: readonly (readonly number[])[]
  /** Red of the pixel in the middle, drawn at 72 pixels an inch. */
  readonly middle: number
}

/** What PDFium, the reader of Chromium, sees in a file. */
function pagesOf(bytes: Buffer): SeenPage[] {
  const { wasmExports, HEAPU8 } = pdfium.pdfium as unknown as {
    wasmExports: { malloc(size: number): number }
    HEAPU8: Uint8Array
  }
  const data = wasmExports.malloc(bytes.length)
  HEAPU8.set(bytes, data)
  const document = pdfium.FPDF_LoadMemDocument(data, bytes.length, '')
  expect(document).not.toBe(0)
  return Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) =>
    seenPage(pdfium.FPDF_LoadPage(document, index))
  )
}

function seenPage(page: number): SeenPage {
  const text = pdfium.FPDFText_LoadPage(page)
  const count = pdfium.FPDFText_CountChars(text)
  const units = Array.from({ length: count }, (_, index) => pdfium.FPDFText_GetUnicode(text, index))
  const [width, height] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)]
  const bitmap = pdfium.FPDFBitmap_Create(Math.round(width), Math.round(height), 0)
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, Math.round(width), Math.round(height), 0, 0)
  const middle =
    pdfium.FPDFBitmap_GetBuffer(bitmap) +
    Math.round(height / 2) * pdfium.FPDFBitmap_GetStride(bitmap) +
    Math.round(width / 2) * 4
  const { HEAPU8 } = pdfium.pdfium as unknown as { HEAPU8: Uint8Array }
  return {
    text: units.map((unit) => String.fromCodePoint(unit)).join(''),
    width,
    height,
    boxes: units.map((_, index) => boxOf(text, index)),
    middle: HEAPU8[middle] ?? 0
  }
}

function boxOf(text: number, index: number): number[] {
  const memory = pdfium.pdfium as unknown as { wasmExports: { malloc(size: number): number }; HEAPU8: Uint8Array }
  const pointer = memory.wasmExports.malloc(32)
  pdfium.FPDFText_GetCharBox(text, index, pointer, pointer + 8, pointer + 16, pointer + 24)
  const [left = 0, right = 0, bottom = 0, top = 0] = new Float64Array(memory.HEAPU8.slice(pointer, pointer + 32).buffer)
  return [left, bottom, right, top].map(Math.round)
}

describe('a searchable PDF', () => {
  test('has the text of each line over its place, and the picture to be seen', async () => {
    const [page, ...others] = pagesOf(
      await pdfFrom([
        readingRecord([line('Hello world', box(80, 40, 300, 60)), line('北京大学 𠮷 ok', box(80, 80, 280, 100))])
      ])
    )
    expect(others).toEqual([])
    expect([page?.width, page?.height]).toEqual([600, 300])
    expect(page?.text.replaceAll('\r\n', '\n')).toBe('Hello world\n北京大学 𠮷 ok')
    // 80 pixels are 60 points; the line's base lies at 60 of 400 pixels.
    expect(page?.boxes[0]?.slice(0, 2)).toEqual([60, 255])
    expect(Math.abs((page?.middle ?? 0) - 128)).toBeLessThan(4)
  })

  test('lays vertical lines from top to bottom', async () => {
    const [page] = pagesOf(await pdfFrom([readingRecord([line('東京都', box(400, 40, 420, 100), true)])]))
    expect(page?.text).toBe('東京都')
    const tops = page?.boxes.map(([, , , top]) => top ?? 0) ?? []
    expect(tops).toEqual(tops.toSorted((left, right) => right - left))
  })

  test('has a page for each entry, also for text that has no place', async () => {
    const answer = recordOf({ kind: 'text', text: 'A harbour.\nTwo boats.', body: {}, created: 1 })
    const pages = pagesOf(await pdfFrom([answer, recordOf(undefined), readingRecord([])]))
    expect(pages.map(({ text }) => text.replaceAll('\r\n', '\n'))).toEqual(['A harbour.\nTwo boats.', '', ''])
  })

  test('without entries is a PDF of no pages', async () => {
    expect((await pdfFrom([])).toString('latin1')).toMatch(/^%PDF-1\.5[^]*\/Count 0[^]*%%EOF\n$/)
  })

  test.each([1, 3, 4] as const)('shows a picture of %i channels as it is', async (channels) => {
    const [page] = pagesOf(await pdfFrom([readingRecord([])], channels))
    expect(Math.abs((page?.middle ?? 0) - 128)).toBeLessThan(30)
  })
})
