import type { LibraryFindings } from '../../library/check.ts'
import { counted } from '../ask/tell.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Session } from '../session.ts'
import { printable } from '../terminal.ts'
import { openArchive } from './open.ts'

/** What the parser makes of the options of `library check`. */
export interface CheckCommandOptions {
  readonly thorough?: true
  readonly mend?: true
  readonly json?: true
}

/** More of a kind than this are only counted. */
const mostNamed = 20

/** Compares files and database, and says what is not as it should be. Throws `disk` and `library-damaged`. */
export async function checkFiles(options: CheckCommandOptions, session: Session): Promise<ExitCode> {
  const { json, thorough = false, mend = false } = options
  const { terminal, interruption } = session
  const { library } = openArchive(session)
  terminal.showProgress('looking …')
  const findings = await library.check({ thorough, mend, signal: interruption.signal })
  terminal.clearProgress()
  const left = mend ? { ...findings, orphans: [], unused: [] } : findings
  const sound = isSound(left)
  if (json) await terminal.print(`${JSON.stringify({ ok: sound, ...findings })}\n`)
  else await terminal.print(describe(findings, mend))
  return sound ? exitCodes.good : exitCodes.failed
}

function isSound({ database, missing, changed, orphans, unused }: LibraryFindings): boolean {
  return database === undefined && [missing, changed, orphans, unused].every((found) => found.length === 0)
}

function describe(findings: LibraryFindings, mended: boolean): string {
  if (isSound(findings)) return 'All is well.\n'
  const { database, missing, changed, orphans, unused } = findings
  const end = mended ? 'removed' : 'removed with --mend'
  return [
    ...(database === undefined ? [] : [`The database is damaged; the next start repairs it. SQLite says: ${database}`]),
    ...list(missing, `${counted(missing.length, 'picture')} missing: somebody deleted the files`),
    ...list(changed, `${counted(changed.length, 'picture')} changed by somebody`),
    ...list(orphans, `${counted(orphans.length, 'file')} of no picture, ${end}`),
    ...list(unused, `${counted(unused.length, 'picture')} of no entry, ${end}`)
  ]
    .map((line) => `${printable(line)}\n`)
    .join('')
}

function list(items: readonly string[], head: string): string[] {
  if (items.length === 0) return []
  const more = items.length - mostNamed
  return [
    `${head}:`,
    ...items.slice(0, mostNamed).map((item) => `  ${item}`),
    ...(more > 0 ? [`  and ${more} more`] : [])
  ]
}
