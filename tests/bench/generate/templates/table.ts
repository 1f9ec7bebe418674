import { documentOf, each, escape, type Look } from '../look.ts'
import type { TableText } from '../texts/shapes.ts'

export interface TableStyle {
  /** CSS pixels. */
  readonly size?: number
  /** First and last column, counted from 1, whose cells stand at the right. */
  readonly right?: readonly [number, number]
  /** Cells are drawn with a frame; without, rows have stripes. */
  readonly ruled?: boolean
}

/** A table under a title. */
export function table(look: Look, text: TableText, { size = 14, right, ruled = true }: TableStyle): string {
  const { line, panel } = look.theme
  const frame = ruled ? `border:1px solid ${line};` : ''
  const stripes = ruled ? '' : `tr:nth-child(odd){background:${panel}}`
  const numbers = right ? `td:nth-child(n+${right[0]}):nth-child(-n+${right[1]}){text-align:right}` : ''
  return documentOf(
    look,
    `body{padding:22px 30px;font-size:${size}px} h2{margin:0 0 14px;font-size:${size + 6}px} table{border-collapse:collapse;min-width:1100px} td,th{${frame}padding:7px 14px;text-align:left;white-space:nowrap} th{background:${panel}} ${stripes} ${numbers}`,
    `<h2>${escape(text.title)}</h2><table><tr>${each(text.head, 'th')}</tr>${text.rows.map((row) => `<tr>${each(row, 'td')}</tr>`).join('')}</table>`
  )
}
