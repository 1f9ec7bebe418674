import { questionOf } from '../fields.ts'
import type { EntryRecord } from './record.ts'

/** What an entry says: the person's own version, or what was read or answered. */
export function textOf({ result }: EntryRecord): string {
  return result?.edited ?? result?.text ?? ''
}

/** An entry as a section of a Markdown file. */
export function markdownOf(record: EntryRecord): string {
  const { name, task, model, engine, created, origin, turns } = record
  const facts = [dateOf(created), task, model ?? engine, ...(origin === undefined ? [] : [origin])].map(escapeMarkdown)
  const question = questionOf(record.parameters)
  return [
    `# ${escapeMarkdown(name)}`,
    facts.join(' · '),
    ...(question === '' ? [] : [quote(question)]),
    textOf(record).trim(),
    ...turns.flatMap((turn) => [quote(turn.question), turn.answer.trim()])
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** An entry as plain text: what it says, and the questions and answers that followed. */
export function plainOf(record: EntryRecord): string {
  return [textOf(record), ...record.turns.flatMap(({ question, answer }) => [`> ${question}`, answer])]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n')
}

const csvColumns = [
  'created',
  'name',
  'task',
  'engine',
  'model',
  'source',
  'origin',
  'state',
  'question',
  'text',
  'uid'
] as const

/** The first line of a CSV (RFC 4180). The mark before it tells spreadsheets that it is UTF-8. */
export const csvHead = `\ufeff${csvColumns.join(',')}\r\n`

/** An entry as one line of a CSV. */
export function csvOf(record: EntryRecord): string {
  const { created, name, task, engine, model = '', source, origin = '', state, uid } = record
  const values = {
    created: new Date(created).toISOString(),
    name,
    task,
    engine,
    model,
    source,
    origin,
    state,
    question: questionOf(record.parameters),
    text: textOf(record),
    uid
  }
  return `${csvColumns.map((column) => csvCell(values[column])).join(',')}\r\n`
}

/** A spreadsheet takes cells that start like this for formulas; an apostrophe makes them text again. */
const formula = /^[=+\-@\t\r]/

function csvCell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function dateOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function quote(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}

/** Names and paths are no Markdown. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ')
}
