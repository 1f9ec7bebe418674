import { readFileSync } from 'node:fs'
import { problemOf } from '../bridge/problem.ts'
import { compose, type House } from '../compose.ts'
import { asFailure } from '../failure.ts'
import { installation } from '../installation.ts'
import { describe } from '../log/describe.ts'
import type { Log } from '../log/line.ts'
import type { Said } from '../saying.ts'
import type { AppFolders } from '../settings/folders.ts'
import { vaultBeforeFile } from '../settings/vault/with-file.ts'
import { createNetworkFetch } from './network/fetch.ts'
import { type DesktopVault, openVault } from './vault/open.ts'
import type { Language } from './words/words.ts'

export interface ServicePorts {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly folders: AppFolders
  /** Of the system. */
  readonly language: Language
  readonly log: Log
}

/** The house of the command line, on Electron's network and with the vault before its keys. After `ready`. */
export function openServices({ environment, platform, folders, language, log }: ServicePorts): {
  readonly house: House
  readonly desktopVault: DesktopVault
} {
  const desktopVault = openVault({ folder: folders.data, environment, platform })
  const { vault } = desktopVault
  const house = compose({
    environment,
    platform,
    language,
    log,
    fetch: createNetworkFetch(),
    keys: (file) => vaultBeforeFile(vault, file)
  })
  return { house, desktopVault }
}

/** Sentences about what happened when something was opened; what cannot be opened is one, too, and the app goes on. */
export function noticesOf(open: () => { readonly notices: readonly Said[] }, log: Log): readonly Said[] {
  try {
    return open().notices
  } catch (thrown) {
    const problem = problemOf(asFailure(thrown))
    log({ level: 'error', message: `cannot be opened: ${problem.code}`, detail: describe(thrown) })
    return [problem]
  }
}

/** As `package.json` has it: Electron would tell its own where the app is no package. */
export function readVersion(): string {
  const project: { version: string } = JSON.parse(readFileSync(installation().description, 'utf8'))
  return project.version
}
