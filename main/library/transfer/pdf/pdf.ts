import { reading } from '../../../engine/protocol/reading.ts'
import type { EntryRecord } from '../record.ts'
import { textOf } from '../texts.ts'
import { startPdf } from './document.ts'
import { type PageSize, readingLayer, textLayer } from './text-layer.ts'

/** An upright JPEG of a picture and its size in pixels. Throws `Failure` for a picture that cannot be decoded. */
export type MakePage = (
  bytes: Uint8Array
) => Promise<{ readonly jpeg: Uint8Array; readonly width: number; readonly height: number }>

/** Points for one pixel: as large as on a screen of 96 pixels an inch. */
const pointsPerPixel = 0.75
/** Longest side of a page in points that every reader opens (ISO 32000-1, annex C). */
const longestSide = 14_400

export interface PdfSources {
  /** Undefined for a picture that is gone: its entry gets no page. */
  readonly bytesOf: (record: EntryRecord) => Promise<Uint8Array | undefined>
  readonly makePage: MakePage
}

/** A PDF with a page for each entry: the picture, and over it the text, unseen, to be found and copied. */
export async function* pdfOf(
  records: AsyncIterable<EntryRecord>,
  { bytesOf, makePage }: PdfSources
): AsyncGenerator<Uint8Array> {
  const { head, document } = startPdf()
  yield head
  for await (const record of records) {
    const bytes = await bytesOf(record)
    if (bytes === undefined) continue
    const picture = await makePage(bytes)
    const scale = Math.min(pointsPerPixel, longestSide / Math.max(picture.width, picture.height))
    const size = { width: rounded(picture.width * scale), height: rounded(picture.height * scale) }
    yield document.page({ picture, ...size, text: layerOf(record, size) })
  }
  yield document.end()
}

/** The person's own version has no places, so the reading stays as it was read. */
function layerOf(record: EntryRecord, size: PageSize): string {
  if (record.result?.kind !== 'reading') return textLayer(textOf(record), size)
  const read = reading.safeParse(record.result.body)
  return read.success ? readingLayer(read.data, size) : textLayer(textOf(record), size)
}

function rounded(points: number): number {
  return Number(points.toFixed(2))
}
