import { documentOf, each, type Look } from '../look.ts'

export interface SnippetStyle {
  /** CSS pixels. */
  readonly size?: number
  readonly mono?: boolean
  /** Height over size of a line of text. */
  readonly leading?: number
}

/** A few paragraphs, as a person drags a rectangle around them. */
export function snippet(
  look: Look,
  lines: readonly string[],
  { size = 14, mono = false, leading = 1.55 }: SnippetStyle
): string {
  const font = mono ? look.fonts.mono : look.fonts.sans
  return documentOf(
    look,
    `body{padding:14px 18px;font:${size}px/${leading} ${font}} p{margin:0 0 .5em;white-space:pre-wrap}`,
    each(lines, 'p')
  )
}
