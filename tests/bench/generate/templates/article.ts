import { documentOf, each, escape, type Look } from '../look.ts'

export interface Article {
  readonly title: string
  readonly byline: string
  readonly paragraphs: readonly string[]
  /** CSS pixels. */
  readonly size?: number
  readonly serif?: boolean
  readonly columns?: number
  /** Greatest width of a column in CSS pixels. */
  readonly columnWidth?: number
  /** Height over size of a line of text. */
  readonly leading?: number
}

/** A long text under a title, in one or more columns. */
export function article(look: Look, text: Article): string {
  const { size = 16, columns = 1, leading = 1.6 } = text
  const width = text.columnWidth ?? (columns > 1 ? 720 : 860)
  const font = text.serif ? look.fonts.serif : look.fonts.sans
  return documentOf(
    look,
    `main{padding:28px 48px;max-width:${columns * width}px;margin:0 auto;font:${size}px/${leading} ${font};column-count:${columns};column-gap:48px;height:100%}
    h1{font-size:${Math.round(size * 1.9)}px;margin:0 0 6px;line-height:1.25} p{margin:0 0 .9em;break-inside:avoid}`,
    `<main><h1>${escape(text.title)}</h1><p class=dim>${escape(text.byline)}</p>${each(text.paragraphs, 'p')}</main>`
  )
}
