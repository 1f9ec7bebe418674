import { escapeHtml } from '../../layout/tableText.ts'
import type { TableData } from '../result.ts'

/** One `<table>` with its title as caption; every text is escaped. */
export function writeHtml({ title, header, rows }: TableData): string {
  return [
    '<table>',
    ...(title === undefined ? [] : [`  <caption>${escapeHtml(title)}</caption>`]),
    ...(header.length === 0 ? [] : ['  <thead>', writeRow(header, 'th'), '  </thead>']),
    '  <tbody>',
    ...rows.map((row) => writeRow(row, 'td')),
    '  </tbody>',
    '</table>'
  ].join('\n')
}

function writeRow(cells: readonly string[], tag: 'th' | 'td'): string {
  return `    <tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell).replaceAll('\n', '<br>')}</${tag}>`).join('')}</tr>`
}
