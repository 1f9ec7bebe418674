import { mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, isAbsolute, join } from 'node:path'
import ElectronStore from 'electron-store'
import { Failure } from '../../failure.ts'
import { type Said, say } from '../../saying.ts'
import type { VaultStore } from '../../settings/vault/record.ts'
import { vaultFile } from '../../settings/vault/stored-for.ts'

/** Records by the id of their provider. */
interface VaultFile {
  keys: Record<string, object>
}

/** A few hundred bytes for each key; a file above this is not ours. */
const largestFile = 1024 * 1024

/** Only the outline: a record of a newer program is kept as it is, and the vault says of it what it is. */
const schema = { keys: { type: 'object', additionalProperties: { type: 'object' } } } as const

export interface OpenedStore {
  readonly store: VaultStore
  /** A sentence for the person when the file was damaged: what happened, and where the old file is. */
  readonly notice?: Said
}

/**
 * Opens `vault.json` in an absolute folder; it need not exist, and reading makes none. A damaged file is renamed, never
 * deleted. Throws `disk` when it cannot be read.
 */
export function openVaultStore(folder: string): OpenedStore {
  if (!isAbsolute(folder)) throw new TypeError(`not an absolute folder: ${folder}`)
  const path = join(folder, vaultFile)
  // Opened for each access: a store that is open has read its file, and would not hear of its damage.
  const open = () =>
    new ElectronStore<VaultFile>({
      cwd: folder,
      name: basename(vaultFile, '.json'),
      configFileMode: 0o600,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      schema
    })
  const readAll = (): Readonly<Record<string, object>> => onDisk(() => (isThere(path) ? open().get('keys', {}) : {}))
  const writeAll = (keys: Record<string, object>): void => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    open().set('keys', keys)
  }
  const notice = setAsideWhenDamaged(path, readAll)
  return {
    store: {
      read: async () => readAll(),
      write: async (provider, record) => onDisk(() => writeAll({ ...readAll(), [provider]: record })),
      remove: async (provider) =>
        onDisk(() => {
          const { [provider]: former, ...others } = readAll()
          if (former === undefined) return false
          writeAll(others)
          return true
        })
    },
    ...(notice !== undefined && { notice })
  }
}

/** Whether there is a file that may be read. */
function isThere(path: string): boolean {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (facts !== undefined && (!facts.isFile() || facts.size > largestFile)) throw damaged()
  return facts !== undefined
}

function setAsideWhenDamaged(path: string, read: () => unknown): Said | undefined {
  try {
    read()
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.code !== 'settings-damaged') throw thrown
    // No colons: Windows refuses them in names.
    const aside = path.replace(/json$/, `damaged-${new Date().toISOString().replaceAll(':', '-')}.json`)
    onDisk(() => renameSync(path, aside))
    const message = `The file with the encrypted API keys was damaged and was kept as ${aside}: enter the keys again.`
    return say(message, 'settings.keys-set-aside', { path: aside })
  }
}

/** What a parser or a schema says may quote the file, so it goes no further. */
function onDisk<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown
    if (!(thrown instanceof Error && 'syscall' in thrown)) throw damaged()
    throw new Failure('disk', 'The file with the encrypted API keys cannot be read or written.', {
      advice: "Check the permissions of the app's data folder and the space on its disk.",
      cause: thrown
    })
  }
}

function damaged(): Failure {
  return new Failure('settings-damaged', 'The file with the encrypted API keys is damaged.', {
    advice: 'Start the app again: it sets the damaged file aside, and the keys can be entered anew.'
  })
}
