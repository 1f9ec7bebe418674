import type { Archive } from '../../archive.ts'
import type { Session } from '../session.ts'

/** The library and the queue; says first what there is to know about them. Throws what `openStore` throws. */
export function openArchive({ house, terminal }: Pick<Session, 'house' | 'terminal'>): Archive {
  const archive = house().archive()
  for (const { message } of archive.store.notices) terminal.say(`${terminal.paint('yellow', 'glyphlens:')} ${message}`)
  return archive
}
