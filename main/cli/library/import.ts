import { counted, grouped } from '../ask/tell.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Session } from '../session.ts'
import { printable } from '../terminal.ts'
import { countedEntries } from './count.ts'
import { openArchive } from './open.ts'

/** Takes in an export of this or another machine; what does not fit is told. Throws `library-import` and `disk`. */
export async function importFile(
  path: string,
  { json }: { readonly json?: true },
  session: Session
): Promise<ExitCode> {
  const { terminal, interruption } = session
  const { library } = openArchive(session)
  terminal.showProgress('taking it in …')
  const report = await library.import(path, { signal: interruption.signal })
  terminal.clearProgress()
  const { added, known, pictures, refused, refusedCount } = report
  if (json) await terminal.print(`${JSON.stringify(report)}\n`)
  for (const { name, reason } of refused)
    terminal.say(`${terminal.paint('yellow', 'left out:')} ${printable(`${name}: ${reason}`)}`)
  terminal.say(
    `${countedEntries(added)} new, ${grouped(known)} known before, ${counted(pictures, 'picture')}` +
      `${refusedCount > 0 ? `, ${grouped(refusedCount)} left out` : ''}.`
  )
  return refusedCount > 0 ? exitCodes.failed : exitCodes.good
}
