/** What a click on a button of a notification does. `undo` puts the former clipboard back, `open` opens the library. */
export type NoticeAction = 'undo' | 'open'

export interface Notice {
  readonly title: string
  readonly body: string
  readonly actions: readonly NoticeAction[]
}

/** Letters that every system shows of one line of a notification. */
const longestLine = 80

/** The notification after text was copied, or after none was found. */
export function noticeOf(text: string): Notice {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '')
  const [first] = lines
  if (first === undefined) {
    return {
      title: 'No text found',
      body: 'The clipboard is as it was. The picture is in the library.',
      actions: ['open']
    }
  }
  const title = lines.length === 1 ? 'Copied one line' : `Copied ${lines.length} lines`
  return { title, body: cut(first.replaceAll(/\s+/g, ' ').trim()), actions: ['undo', 'open'] }
}

/** At most `longestLine` letters as a reader counts them, so that no letter or emoji is cut in two. */
function cut(line: string): string {
  // No line has so few letters to so many code units but on purpose; and the segmenter shall not walk through a book.
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line.slice(0, longestLine * 20))
  const letters = Array.from(segments, ({ segment }) => segment)
  if (letters.length <= longestLine && line.length <= longestLine * 20) return line
  return `${letters
    .slice(0, longestLine - 1)
    .join('')
    .trimEnd()}…`
}
