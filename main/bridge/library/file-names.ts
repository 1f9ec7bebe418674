import type { ExportFormat } from '../../../preload/contract/library.ts'
import type { EntrySummary } from '../../library/rows.ts'
import { distinctNames } from '../../tasks/export/picture.ts'

/** Endings of what is saved, without the dot. */
const endings: Readonly<Record<ExportFormat, string>> = {
  markdown: 'md',
  txt: 'txt',
  jsonl: 'jsonl',
  csv: 'csv',
  zip: 'zip',
  pdf: 'pdf',
  yolo: 'zip',
  coco: 'zip',
  labelme: 'zip',
  annotated: 'zip'
}

/** What a dialog proposes: after the only entry, else after the day. `only`: its name. */
export function proposalOf(
  format: ExportFormat,
  only: string | undefined,
  now: number
): { readonly name: string; readonly extension: string } {
  const day = new Date(now).toISOString().slice(0, 10)
  const stem = only === undefined ? `glyphlens-${day}` : (distinctNames([{ name: only }])[0]?.stem ?? 'glyphlens')
  const extension = format === 'annotated' && only !== undefined ? 'png' : endings[format]
  return { name: `${stem}.${extension}`, extension }
}

/** A file name for the picture of an entry, with the ending of its format: trainers go by it. */
export function pictureFileName({ name, page, picture }: Pick<EntrySummary, 'name' | 'page' | 'picture'>): string {
  const stem = distinctNames([{ name }])[0]?.stem ?? 'picture'
  return `${stem}${page === undefined ? '' : `-${page}`}.${picture.format}`
}
