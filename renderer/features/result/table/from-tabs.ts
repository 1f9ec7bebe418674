import type { TableData } from '../../../../preload/contract/library.ts'

/** Rows and columns of tab-separated text, each row as long as the widest. */
export function fromTabs(text: string): TableData {
  const rows = text.split('\n').map((line) => line.split('\t'))
  const columns = Math.max(...rows.map((row) => row.length))
  return { header: [], rows: rows.map((row) => [...row, ...Array<string>(columns - row.length).fill('')]) }
}
