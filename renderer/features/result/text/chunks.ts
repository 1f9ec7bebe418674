/** A stretch of a text that is laid out by itself. */
export interface Chunk {
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number
  readonly text: string
}

/** UTF-16 units: small enough to be laid out at once, large enough that millions of them are few elements. */
const usual = 4000

/** Cuts a text at line breaks, or where there is none for long, between characters. Together they are the text. */
export function chunksOf(text: string, length = usual): Chunk[] {
  const chunks: Chunk[] = []
  for (let start = 0; start < text.length; ) {
    const end = endOf(text, start, length)
    chunks.push({ start, text: text.slice(start, end) })
    start = end
  }
  return chunks
}

function endOf(text: string, start: number, length: number): number {
  const wished = start + length
  if (wished >= text.length) return text.length
  const line = text.lastIndexOf('\n', wished - 1)
  if (line >= start + length / 4) return line + 1
  const isWithinPair = /[\ud800-\udbff]/u.test(text.charAt(wished - 1))
  return isWithinPair ? wished - 1 : wished
}
