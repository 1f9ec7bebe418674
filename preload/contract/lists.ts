/** Lists that the window shows too: without schemas, which have no place in its bundle (zod wants to make code at run time). */
export const sources = ['file', 'paste', 'capture', 'url', 'folder', 'document'] as const
export type Source = (typeof sources)[number]

export const tableFormats = ['tsv', 'csv', 'markdown', 'html'] as const
export type TableFormat = (typeof tableFormats)[number]

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
