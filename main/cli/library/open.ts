import type { Archive } from '../../archive.ts'
import type { Session } from '../session.ts'
import type { Terminal } from '../terminal.ts'

/** The library and the queue; says first what there is to know about them. Throws what `openStore` throws. */
export function openArchive({ house, terminal }: Pick<Session, 'house' | 'terminal'>): Archive {
  const archive = house().archive()
  tellNotices(archive, terminal)
  return archive
}

/** What there is to know about a library that was opened: damage, repair, a folder that cannot be written. */
export function tellNotices({ store }: Pick<Archive, 'store'>, terminal: Terminal): void {
  for (const { message } of store.notices) terminal.say(`${terminal.paint('yellow', 'glyphlens:')} ${message}`)
}
