import type { Reading } from '../engine/protocol/reading.ts'
import { joinText } from './join.ts'
import { orderBlocks, rowsOf } from './order.ts'
import { layParagraphs } from './paragraphs.ts'
import { textOfRow } from './rowText.ts'

export const layoutModes = ['paragraphs', 'lines', 'single', 'code', 'table'] as const
export type LayoutMode = (typeof layoutModes)[number]

export const tableFormats = ['tsv', 'csv', 'markdown', 'html'] as const
export type TableFormat = (typeof tableFormats)[number]

/** Makes text of a reading. `table` is the format of the mode of that name, tab-separated when left out. */
export function layOut(reading: Reading, mode: LayoutMode, _options: { readonly table?: TableFormat } = {}): string {
  const blocks = orderBlocks(reading)
  const rows = rowsOf(blocks)
  switch (mode) {
    case 'paragraphs':
      return layParagraphs(blocks)
    case 'single':
      return rows.map(textOfRow).reduce(joinText, '')
    default:
      return rows.map(textOfRow).join('\n')
  }
}
