import type { TableFormat } from '../../../preload/contract/library.ts'
import { type LayoutMode, layOut, layoutModes } from '../../layout/layout.ts'
import type { Result } from '../../library/results.ts'
import type { TaskResult } from '../../tasks/result.ts'
import { writeChart } from '../../tasks/write/chart.ts'
import { writeTables } from '../../tasks/write/tables.ts'

/** What an entry says, in the form that was wished for. */
export interface Wording {
  readonly text: string
  /** The layout that the text has; undefined for answers, and for the person's own version. */
  readonly layout: LayoutMode | undefined
}

export interface WordingWishes {
  readonly layout?: LayoutMode | undefined
  readonly table?: TableFormat | undefined
}

/** What holds where nothing is wished: what the job asked for, else what the person prefers. */
export interface Usual {
  readonly parameters: unknown
  readonly preferred: LayoutMode
}

/** The person's own version comes before all, then the reading in the layout that is wished for, then what was answered. */
export function wordingOf(
  { edited, reading, answer, text }: Pick<Result, 'text' | 'edited' | 'reading' | 'answer'>,
  { layout, table }: WordingWishes,
  usual: Usual
): Wording {
  if (edited !== undefined) return { text: edited, layout: undefined }
  if (reading !== undefined) {
    const mode = layout ?? (table === undefined ? usualLayout(usual) : 'table')
    return { text: layOut(reading, mode, table === undefined ? {} : { table }), layout: mode }
  }
  return { text: (answer && table && asTable(answer, table)) ?? text, layout: undefined }
}

function usualLayout({ parameters, preferred }: Usual): LayoutMode {
  const asked: unknown =
    typeof parameters === 'object' && parameters !== null ? Reflect.get(parameters, 'layout') : undefined
  return layoutModes.find((mode) => mode === asked) ?? preferred
}

function asTable(answer: TaskResult, format: TableFormat): string | undefined {
  if (answer.kind === 'tables') return writeTables(answer.tables, format)
  return answer.kind === 'chart' ? writeChart(answer.chart, format) : undefined
}
