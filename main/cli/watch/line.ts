import type { Format } from '../output/format.ts'
import { printable } from '../terminal.ts'

/** Characters of a text that a line has room for. */
const length = 100

/** A line for each picture: its name, and how its text begins. */
export const formatLine: Format = (record) => {
  if ('error' in record) return ''
  const text = record.text.trim().replaceAll(/\s+/g, ' ')
  const shown = Array.from(text).slice(0, length).join('')
  return `${printable(`${record.file}: ${shown === '' ? 'no text' : shown}${shown === text ? '' : ' …'}`)}\n`
}
