import { Failure } from '../failure.ts'
import { saying } from '../saying.ts'

/** Pages from `first` to `last`, both included; without `last` to the end of the document. Pages count from 1. */
interface Span {
  readonly first: number
  readonly last: number | undefined
}

/** Some pages of a document, as a person names them. */
export type PageRange = readonly Span[]

/** Of any document. */
export const everyPage: PageRange = [{ first: 1, last: undefined }]

const mostSpans = 200

/** Understands `3`, `1-3`, `10-` and `-5`, several with commas between: `1-3,7,10-`. Throws `usage`. */
export function parsePageRange(text: string): PageRange {
  const parts = text.slice(0, 20 * mostSpans).split(/[,，]/)
  if (parts.length > mostSpans) throw notUnderstood(text)
  return parts.map((part) => {
    const span = spanOf(part.trim())
    if (span === undefined) throw notUnderstood(text)
    return span
  })
}

function spanOf(part: string): Span | undefined {
  const [, first, dash, last] = /^(\d{1,6})?\s*([-–—])?\s*(\d{1,6})?$/.exec(part) ?? []
  if (first === undefined && last === undefined) return undefined
  const from = Number(first ?? 1)
  if (dash === undefined) return from > 0 && last === undefined ? { first: from, last: from } : undefined
  const to = last === undefined ? undefined : Number(last)
  return from > 0 && (to === undefined || to >= from) ? { first: from, last: to } : undefined
}

/**
 * The numbers of the pages that a range names in a document of `count` pages, ascending and without repeats. A span may
 * end behind the document, but not begin there: that throws `picture-missing`.
 */
export function pagesWithin(range: PageRange, count: number): number[] {
  const beyond = range.find(({ first }) => first > count)
  if (beyond !== undefined) {
    const has = count === 1 ? 'one page' : `${count} pages`
    throw new Failure('picture-missing', `There is no page ${beyond.first}: the PDF has ${has}.`, {
      advice: 'Choose pages that it has.',
      saying: saying('picture.page', { page: beyond.first, pages: count })
    })
  }
  const isNamed = (page: number): boolean => range.some(({ first, last = count }) => first <= page && page <= last)
  return Array.from({ length: count }, (_, index) => index + 1).filter(isNamed)
}

function notUnderstood(text: string): Failure {
  return new Failure('usage', `“${text.slice(0, 60)}” names no pages.`, {
    advice: 'Write them like 1-3,7,10- where 10- means from page 10 to the end.',
    saying: saying('picture.pages')
  })
}
