import { Failure } from '../failure.ts'
import { backUpBefore } from './backup.ts'
import type { Connection } from './connection.ts'
import type { Places } from './places.ts'
import { type Migration, migrations } from './schema.ts'

/** The `user_version` of a database: how many migrations it has been through. */
export function versionOf(connection: Connection): number {
  return Number(connection.value('PRAGMA user_version') ?? 0)
}

export interface MigrateOptions {
  readonly connection: Connection
  readonly places: Places
  readonly now: number
  readonly steps?: readonly Migration[]
}

/**
 * Brings a database to the newest shape, all steps or none, after a copy of what was there. Throws `library-newer` when a
 * newer version of the app has been here, and `disk`.
 */
export function migrate({ connection, places, now, steps = migrations }: MigrateOptions): void {
  const version = versionOf(connection)
  refuseNewer(version, steps)
  if (version === steps.length) return
  if (version > 0) backUpBefore(connection, { places, version, now })
  connection.transaction(() => takeSteps(connection, steps))
}

/** Throws `library-newer`. */
export function refuseNewer(version: number, steps: readonly Migration[] = migrations): void {
  if (version <= steps.length) return
  throw new Failure('library-newer', 'The library was made by a newer version of Glyphlens.', {
    advice: 'Update Glyphlens. Nothing in the library was changed.'
  })
}

function takeSteps(connection: Connection, steps: readonly Migration[]): void {
  // Read again: another process may have been faster.
  const version = versionOf(connection)
  for (const step of steps) {
    if (step.version <= version) continue
    connection.execute(step.sql)
    connection.execute(`PRAGMA user_version = ${step.version}`)
  }
}
