import { Failure } from '../../failure.ts'
import type { LayoutMode, TableFormat } from '../../layout/layout.ts'

/** What the parser makes of the options of `glyphlens read`. */
export interface ReadCommandOptions {
  readonly layout?: LayoutMode
  readonly tableFormat?: TableFormat
  readonly json?: true
  readonly output?: string
  readonly boxes?: string
  readonly recursive?: true
  /** Of documents, such as `1-3,7`. */
  readonly pages?: string
  readonly lang?: readonly string[]
  readonly pack?: string
  readonly threads?: number
  readonly scale?: number
  /** Seconds. */
  readonly timeout?: number
}

/** The layout that the options mean: a table format asks for a table. Throws `Failure` with code `usage`. */
export function layoutOf({ layout, tableFormat }: ReadCommandOptions): LayoutMode {
  if (tableFormat !== undefined && layout !== undefined && layout !== 'table') {
    throw new Failure('usage', `--table-format makes a table, --layout ${layout} does not.`, {
      advice: 'Leave one of the two out.'
    })
  }
  return layout ?? (tableFormat === undefined ? 'paragraphs' : 'table')
}
