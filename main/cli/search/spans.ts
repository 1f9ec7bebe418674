import type { Hit } from '../../library/search/find.ts'
import { localTime } from '../library/times.ts'
import { printable, type Span } from '../terminal.ts'

/** A hit for people: its name with what is known of it, and below the words in their place. */
export function hitSpans({ entry, snippet }: Hit): Span[] {
  const { id, name, page, created, task, model, state, starred } = entry
  const facts = [localTime(created), task, model, state === 'done' ? undefined : state, `#${id}`]
  return [
    { text: `${starred ? '* ' : ''}${printable(name)}${page === undefined ? '' : `, page ${page}`}`, style: 'bold' },
    { text: `  ${facts.filter(Boolean).join('  ')}\n`, style: 'dim' },
    ...(snippet === undefined ? previewSpans(entry.preview) : snippetSpans(snippet))
  ]
}

function snippetSpans({ text, ranges, cut }: NonNullable<Hit['snippet']>): Span[] {
  const spans: Span[] = [{ text: cut.before ? '  … ' : '  ' }]
  let at = 0
  for (const [start, end] of ranges) {
    spans.push({ text: text.slice(at, start) }, { text: text.slice(start, end), style: 'yellow' })
    at = end
  }
  spans.push({ text: `${text.slice(at)}${cut.after ? ' …' : ''}\n` })
  return spans
}

/** Characters of a preview: a line or two. */
const previewLength = 120

function previewSpans(preview: string): Span[] {
  const line = preview.trim().replaceAll(/\s+/g, ' ')
  if (line === '') return []
  const shown = Array.from(line).slice(0, previewLength).join('')
  return [{ text: `  ${shown}${shown.length < line.length ? ' …' : ''}\n` }]
}
