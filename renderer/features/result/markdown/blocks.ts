import { readTable, type TableText } from './table-text.ts'

/** A part of an answer that is rendered by itself. */
export type Block =
  /** Short enough, and tame enough, for the Markdown parser. */
  | { readonly kind: 'markdown'; readonly text: string }
  /** A long fenced block. */
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  /** A long table: the parser's time grows with the square of the rows. */
  | { readonly kind: 'table'; readonly table: TableText }
  /** What the parser would choke on. */
  | { readonly kind: 'plain'; readonly text: string }

/** UTF-16 units of one part for the parser: what is hostile takes it less than a tenth of a second. */
const longestPart = 4000
/** Rows of a table that the parser gets. */
const mostRows = 60

const fence = /^ {0,3}(`{3,}|~{3,})\s*([^\s`]*)[^`]*$/u
const mathFence = /^ {0,3}\$\$/u

/**
 * Cuts an answer into parts at its empty lines, so that one part at a time is parsed, a growing answer is parsed anew at its
 * end only, and no part is larger than the parser takes well. Takes one look at each character.
 */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let length = 0
  const flush = (): void => {
    if (lines.some((line) => line.trim() !== '')) blocks.push(...tame(lines))
    lines = []
    length = 0
  }
  let closing: RegExp | undefined
  let begun = 0
  const all = text.split('\n')
  for (const [index, line] of all.entries()) {
    if (closing !== undefined) {
      lines.push(line)
      length += line.length + 1
      if (!closing.test(line)) continue
      closing = undefined
      if (length - begun > longestPart) flush()
      continue
    }
    const opened = fence.exec(line)
    const isMath = opened === null && mathFence.test(line) && line.trim().indexOf('$$', 2) < 0
    if (opened !== null || isMath) {
      if (length > longestPart / 2) flush()
      begun = length
      closing = opened === null ? /\$\$\s*$/u : closingOf(opened[1] ?? '```')
    }
    // An indented line belongs to the item of a list above it.
    const isBreak = line.trim() === '' && length > longestPart / 4 && !/^\s/u.test(all[index + 1] ?? '')
    if (isBreak) flush()
    else {
      lines.push(line)
      length += line.length + 1
    }
  }
  flush()
  return blocks
}

function closingOf(mark: string): RegExp {
  const sign = mark.startsWith('~') ? '~' : '`'
  return new RegExp(`^ {0,3}${sign}{${mark.length},}\\s*$`, 'u')
}

/** Long fences and tables become parts of their own kind; what is left is cut at line breaks until it is short enough. */
function tame(lines: readonly string[]): Block[] {
  const code = asCode(lines)
  if (code !== undefined) return code
  const table = asTable(lines)
  if (table !== undefined) return table
  return cut(lines).flatMap((text) => (isWild(text) ? paragraphsOf(text) : [{ kind: 'markdown' as const, text }]))
}

/** Only the paragraphs that are wild themselves go without their marks. */
function paragraphsOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: isWild(paragraph) ? 'plain' : 'markdown', text: paragraph }))
}

function asCode(lines: readonly string[]): Block[] | undefined {
  if (lengthOf(lines) <= longestPart) return undefined
  const from = lines.findIndex((line) => fence.test(line))
  const opened = fence.exec(lines[from] ?? '')
  if (opened === null) return undefined
  const closing = closingOf(opened[1] ?? '```')
  const within = lines.slice(from + 1).findIndex((line) => closing.test(line))
  const to = within < 0 ? lines.length : from + 1 + within
  return [
    ...(from === 0 ? [] : tame(lines.slice(0, from))),
    { kind: 'code', text: lines.slice(from + 1, to).join('\n'), language: opened[2] ?? '' },
    ...(to + 1 >= lines.length ? [] : tame(lines.slice(to + 1)))
  ]
}

const rule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u

function asTable(lines: readonly string[]): Block[] | undefined {
  if (lines.length <= mostRows) return undefined
  const at = lines.findIndex((line, index) => index > 0 && line.includes('|') && rule.test(line))
  if (at < 0) return undefined
  const within = lines.slice(at + 1).findIndex((line) => !line.includes('|'))
  const to = within < 0 ? lines.length : at + 1 + within
  if (to - at <= mostRows) return undefined
  return [
    ...(at === 1 ? [] : tame(lines.slice(0, at - 1))),
    { kind: 'table', table: readTable(lines.slice(at - 1, to)) },
    ...(to >= lines.length ? [] : tame(lines.slice(to)))
  ]
}

function cut(lines: readonly string[]): string[] {
  const parts: string[] = []
  let part: string[] = []
  let length = 0
  for (const line of lines) {
    if (length > 0 && length + line.length > longestPart) {
      parts.push(part.join('\n'))
      part = []
      length = 0
    }
    part.push(line)
    length += line.length + 1
  }
  return part.length === 0 ? parts : [...parts, part.join('\n')]
}

/** Marks that make the parser look back, or nest, so often that nobody wrote them for a reader. */
const most = { length: longestPart * 2, emphasis: 500, brackets: 250, dollars: 120, angles: 400, depth: 20 }

function isWild(text: string): boolean {
  return (
    text.length > most.length ||
    count(text, /[*_~]/gu) > most.emphasis ||
    count(text, /[[\]`]/gu) > most.brackets ||
    count(text, /\$/gu) > most.dollars ||
    count(text, /[<&#]/gu) > most.angles ||
    isDeep(text)
  )
}

/** Quotes within quotes, lists within lists. */
function isDeep(text: string): boolean {
  return text.split('\n').some((line) => {
    const lead = /^[\s>*+\-\d.)]*/u.exec(line)?.[0] ?? ''
    return count(lead, /[>*+-]|\d[.)]/gu) > most.depth || count(lead, /\s/gu) > most.depth * 4
  })
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((total, line) => total + line.length + 1, 0)
}
