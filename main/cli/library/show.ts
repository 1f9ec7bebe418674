import type { Entry } from '../../library/entries.ts'
import { recordEntry } from '../search/record.ts'
import type { Session } from '../session.ts'
import { printable } from '../terminal.ts'
import { openArchive } from './open.ts'
import { localTime } from './times.ts'

/** Prints a whole entry: what it says, and the questions that followed. Throws `library-entry-missing`. */
export async function showEntry(id: number, { json }: { readonly json?: true }, session: Session): Promise<void> {
  const { terminal } = session
  const entry = openArchive(session).library.entries.get(id)
  if (json) {
    const { parameters, result, turns, failure } = entry
    await terminal.print(`${JSON.stringify({ ...recordEntry(entry), parameters, result, turns, failure })}\n`)
    return
  }
  terminal.say(terminal.paint('dim', printable(headOf(entry))))
  if (entry.failure !== undefined) terminal.say(printable(entry.failure.message))
  const { result, turns } = entry
  const texts = [result?.edited ?? result?.text, ...turns.flatMap(({ question, answer }) => [`> ${question}`, answer])]
  const present = texts.filter((text) => text !== undefined).map((text) => text.trimEnd())
  if (present.length > 0) await terminal.print(`${present.join('\n\n')}\n`)
}

function headOf({ id, name, page, created, task, model, engine, state, origin }: Entry): string {
  const title = page === undefined ? name : `${name}, page ${page}`
  return [`#${id}`, title, localTime(created), task, model ?? engine, state, origin].filter(Boolean).join('  ')
}
