import { resolve } from 'node:path'
import { Failure } from '../../failure.ts'
import type { LayoutMode, TableFormat } from '../../layout/layout.ts'
import type { Destination } from './destination.ts'
import type { Finding } from './inputs.ts'

/** What the parser makes of the options of `glyphlens read`. */
export interface ReadCommandOptions {
  readonly layout?: LayoutMode
  readonly tableFormat?: TableFormat
  readonly json?: true
  readonly output?: string
  readonly boxes?: string
  readonly recursive?: true
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

/** Refuses options that cannot be kept together with these pictures. Throws `Failure` with code `usage`. */
export function requireSense(
  findings: readonly Finding[],
  { boxes, output }: { readonly boxes?: Destination | undefined; readonly output?: Destination | undefined }
): void {
  if (findings.length > 1 && boxes !== undefined && !boxes.folder) {
    throw new Failure('usage', '--boxes names one file, and there are several pictures.', {
      advice: 'Name a folder: end it with /.'
    })
  }
  const inputs = new Set(
    findings.flatMap((finding) =>
      'source' in finding && finding.source.kind === 'file' ? [resolve(finding.source.path)] : []
    )
  )
  if (boxes !== undefined && !boxes.folder && output !== undefined && resolve(boxes.path) === resolve(output.path)) {
    throw new Failure('usage', '--boxes and --output name the same file.', { advice: 'Choose another name for one.' })
  }
  for (const destination of [boxes, output]) {
    if (destination !== undefined && inputs.has(resolve(destination.path))) {
      throw new Failure('usage', `“${destination.path}” is a picture to be read, and would be overwritten.`, {
        advice: 'Choose another name for what is written.'
      })
    }
  }
}
