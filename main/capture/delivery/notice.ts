/** What a click on a button of a notification does. `undo` puts the former clipboard back, `open` opens the library. */
export type NoticeAction = 'undo' | 'open'

/** What is told after a capture; `words.ts` puts it into the person's language. */
export type Notice =
  /** `lines` counts those that are not empty; `first` is the first of them, cut to what a notification shows. */
  { readonly kind: 'copied'; readonly lines: number; readonly first: string } | { readonly kind: 'no-text' }

/** Letters that every system shows of one line of a notification. */
const longestLine = 80

/** The notification after text was copied, or after none was found. */
export function noticeOf(text: string): Notice {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '')
  const [first] = lines
  if (first === undefined) return { kind: 'no-text' }
  return { kind: 'copied', lines: lines.length, first: cut(first.replaceAll(/\s+/g, ' ').trim()) }
}

/** What the notification offers; `isHeld`: the former clipboard can be put back. */
export function noticeActions({ kind }: Notice, isHeld: boolean): NoticeAction[] {
  return kind === 'copied' && isHeld ? ['undo', 'open'] : ['open']
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
