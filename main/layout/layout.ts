import type { Reading } from '../engine/protocol/reading.ts'
import { assertNever } from '../failure.ts'
import { layCode } from './code.ts'
import { joinWrapped } from './join.ts'
import { orderBlocks } from './order.ts'
import { layParagraphs } from './paragraphs.ts'
import { textOfRow } from './rowText.ts'
import { readTable } from './table.ts'
import { type TableFormat, writeTable } from './tableText.ts'

export { orderLines } from './order.ts'
export { type TableFormat, tableFormats } from './tableText.ts'

export const layoutModes = ['paragraphs', 'lines', 'single', 'code', 'table'] as const
export type LayoutMode = (typeof layoutModes)[number]

/** Makes text of a reading. `table` is the format of the mode of that name, tab-separated when left out. */
export function layOut(reading: Reading, mode: LayoutMode, options: { readonly table?: TableFormat } = {}): string {
  switch (mode) {
    case 'paragraphs':
      return layParagraphs(orderBlocks(reading))
    case 'lines':
      return linesOf(reading).join('\n')
    case 'single':
      return linesOf(reading).reduce(joinWrapped, '')
    case 'code':
      return layCode(orderBlocks(reading))
    case 'table':
      return writeTable(readTable(reading), options.table ?? 'tsv')
    default:
      return assertNever(mode, 'No such layout mode')
  }
}

function linesOf(reading: Reading): string[] {
  return orderBlocks(reading)
    .flatMap((block) => block.rows.map(textOfRow))
    .filter((line) => line !== '')
}
