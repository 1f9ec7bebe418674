import { printable } from '../terminal.ts'
import type { FailureRecord, TextRecord } from './record.ts'

/** Makes what is written of one picture; `first` is true for the first one of an output. */
export type Format = (record: TextRecord | FailureRecord, first: boolean) => string

/** One JSON object a line. */
export const formatJson: Format = (record) => `${JSON.stringify(record)}\n`

/** The text alone; nothing at all for a picture that failed or has no text. */
export const formatText: Format = (record) => ('error' in record || record.text === '' ? '' : endLine(record.text))

/** Several texts in one stream, each below its name, as `head` does it. */
export const formatHeadedText: Format = (record, first) => {
  if ('error' in record) return ''
  return `${first ? '' : '\n'}==> ${printable(record.file)} <==\n${formatText(record, first)}`
}

function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}
