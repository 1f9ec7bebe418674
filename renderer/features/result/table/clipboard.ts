import type { TableData, TableFormat } from '../../../../preload/contract/library.ts'
import { writeTables } from '../../../../preload/contract/writing.ts'

/** Puts tables on the clipboard: as text, and for HTML also as a table that word processors take. */
export async function copyTables(tables: readonly TableData[], format: TableFormat): Promise<void> {
  await copyAs(writeTables(tables, format), format)
}

/** Puts a table that is already written on the clipboard. */
export async function copyAs(text: string, format: TableFormat): Promise<void> {
  if (format !== 'html') return await navigator.clipboard.writeText(text)
  const item = new ClipboardItem({
    'text/html': new Blob([text], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' })
  })
  await navigator.clipboard.write([item])
}
