import { Failure } from '../failure.ts'
import { type Said, saying } from '../saying.ts'
import { type Connection, connect } from './connection.ts'
import { inspect } from './inspect.ts'
import { migrate, versionOf } from './migrate.ts'
import type { Places } from './places.ts'
import { finishRebuild, rebuild } from './rebuild.ts'

/**
 * Makes the database ready to be used: looks at it, makes it anew when it is damaged, brings it to the newest shape. Answers
 * sentences for the person. While others are kept out (`alone`); takes seconds where the database is large. Throws what
 * `openStore` throws.
 */
export function prepare(places: Places, now: number): Said[] {
  const notices = mend(places, now)
  const connection = connect(places.database)
  try {
    requireSearch(connection)
    if (versionOf(connection) === 0) connection.execute('PRAGMA auto_vacuum = INCREMENTAL')
    connection.execute('PRAGMA journal_mode = WAL')
    migrate({ connection, places, now })
    return notices
  } finally {
    connection.close()
  }
}

/** Looks at the database before it is used, and makes it anew when it is damaged. */
function mend(places: Places, now: number): Said[] {
  finishRebuild(places)
  const finding = inspect(places)
  if (finding.state === 'new' || finding.state === 'sound') return []
  return rebuild(places, now)
}

function requireSearch(connection: Connection): void {
  const options = connection.all('PRAGMA compile_options')
  if (options.some((option) => option.compile_options === 'ENABLE_FTS5')) return
  throw new Failure('internal', 'This build of Node has an SQLite without full text search.', {
    advice: 'Use an official build of Node, 22.18 or later.',
    saying: saying('library.cannot-search')
  })
}
