import { Failure } from '../../failure.ts'

/** Longest line of an import: a reading of a hundred thousand characters takes 3 MB. */
const longestLine = 64 * 1024 * 1024

/** The lines of a stream of UTF-8, without their ends; empty ones are left out. Throws `library-import` for an endless one. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let parts: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    let rest = Buffer.from(chunk)
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const line = Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8')
      if (line.trim() !== '') yield line
      parts = []
      length = 0
      rest = rest.subarray(end + 1)
    }
    parts.push(rest)
    length += rest.length
    if (length > longestLine) throw tooLong()
  }
  const line = Buffer.concat(parts).toString('utf8')
  if (line.trim() !== '') yield line
}

function tooLong(): Failure {
  return new Failure('library-import', 'A line of this file is too long for an entry.', {
    advice: 'Choose a file that Glyphlens has exported, JSONL or ZIP.'
  })
}
