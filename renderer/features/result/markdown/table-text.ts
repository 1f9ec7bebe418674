/** Rows and columns of text, as they stand in Markdown. */
export interface TableText {
  readonly header: string[]
  readonly rows: string[][]
}

/** A table of Markdown: the first line is its header, the second the rule below it. */
export function readTable([head = '', , ...body]: readonly string[]): TableText {
  const header = cellsOf(head)
  const rows = body.map((line) => {
    const cells = cellsOf(line)
    return header.map((_, column) => cells[column] ?? '')
  })
  return { header, rows }
}

function cellsOf(line: string): string[] {
  const trimmed = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
  return trimmed.split(/(?<!\\)\|/u).map((cell) => plain(cell.trim()))
}

/** Without the marks that are only for the eye. */
function plain(cell: string): string {
  return cell
    .replaceAll(/\\([\\|*_`~[\]])/gu, '$1')
    .replace(/^(\*\*|__|`)(.*)\1$/u, '$2')
    .replaceAll(/<br\s*\/?>/giu, '\n')
}
