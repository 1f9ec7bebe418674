import { readFileSync } from 'node:fs'
import type { Archive } from '../archive.ts'
import type { House } from '../compose.ts'
import { asFailure } from '../failure.ts'
import { installation } from '../installation.ts'
import { describe } from '../log/describe.ts'
import type { Log } from '../log/line.ts'

/** The library and the queue when they can be opened; else what to tell the person. The app starts all the same. */
export function tryArchive(
  house: House,
  log: Log
): { readonly archive?: Archive; readonly notices: readonly string[] } {
  try {
    const archive = house.archive()
    return { archive, notices: archive.store.notices }
  } catch (thrown) {
    const { message, advice, code } = asFailure(thrown)
    log({ level: 'error', message: `the library cannot be opened: ${code}`, detail: describe(thrown) })
    return { notices: [advice === undefined ? message : `${message} ${advice}`] }
  }
}

/** As `package.json` has it: Electron would tell its own where the app is no package. */
export function readVersion(): string {
  const project: { version: string } = JSON.parse(readFileSync(installation().description, 'utf8'))
  return project.version
}
