/** Lists that the window shows too: without schemas, which have no place in its bundle (zod wants to make code at run time). */
export const sources = ['file', 'paste', 'capture', 'url', 'folder', 'document'] as const
export type Source = (typeof sources)[number]

export const tableFormats = ['tsv', 'csv', 'markdown', 'html'] as const
export type TableFormat = (typeof tableFormats)[number]

/** Of what was found by words. */
export const orders = ['time', 'relevance'] as const
export type Order = (typeof orders)[number]

/** Most entries that one message names. */
export const mostIds = 100_000

export const exportFormats = [
  'markdown',
  'txt',
  'jsonl',
  'csv',
  'zip',
  'pdf',
  'yolo',
  'coco',
  'labelme',
  'annotated'
] as const
export type ExportFormat = (typeof exportFormats)[number]
