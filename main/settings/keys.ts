import { mkdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../failure.ts'

/** API keys by the id of their provider. Nothing but an order of the person ever removes one. */
export interface Keys {
  /** The key that holds now: that of the environment variable, else the stored one. Throws `settings-damaged`, `disk`. */
  find(provider: KeyedProvider): FoundKey | undefined
  /** Keeps a key in a file that only its owner may read, not encrypted. Throws `settings-damaged`, `disk`. */
  store(provider: string, key: string): Promise<void>
  /** Whether there was one. */
  remove(provider: string): Promise<boolean>
  /** What is stored, without the keys themselves. */
  list(): readonly { readonly provider: string; readonly lastFour: string }[]
}

interface KeyedProvider {
  readonly id: string
  /** Name of the environment variable, where the provider has one. */
  readonly variable?: string | undefined
}

export interface FoundKey {
  /** As it was typed: the endpoint checks it. */
  readonly key: string
  /** `session`: held in memory until the app is quit. */
  readonly from: 'environment' | 'file' | 'vault' | 'session'
}

const stored = z.record(z.string().max(40), z.string().min(1).max(10_000))

/** Opens `keys.json` in an absolute folder. It need not exist. */
export function openKeys(folder: string, environment: Readonly<Record<string, string | undefined>>): Keys {
  if (!isAbsolute(folder)) throw new TypeError(`not an absolute folder: ${folder}`)
  const path = join(folder, 'keys.json')
  const open = async () => {
    read(path)
    const { default: Conf } = await import('conf')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return new Conf<Record<string, string>>({
      cwd: folder,
      configName: 'keys',
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false
    })
  }
  return {
    find: ({ id, variable }) => {
      const given = variable === undefined ? undefined : environment[variable]?.trim()
      if (given) return { key: given, from: 'environment' }
      const kept = read(path)[id]
      return kept === undefined ? undefined : { key: kept, from: 'file' }
    },
    store: (provider, key) => onDisk(async () => (await open()).set(provider, key)),
    remove: (provider) =>
      onDisk(async () => {
        const file = await open()
        const present = file.has(provider)
        file.delete(provider)
        return present
      }),
    list: () => Object.entries(read(path)).map(([provider, key]) => ({ provider, lastFour: lastFour(key) }))
  }
}

/** Enough to tell two keys apart, and nothing of a key so short that it would give it away. */
export function lastFour(key: string): string {
  return key.length < 12 ? '' : key.slice(-4)
}

function read(path: string): Record<string, string> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return {}
    throw unreadable(thrown)
  }
  try {
    return stored.parse(JSON.parse(text))
  } catch {
    // Neither the text nor what the parser quotes of it goes any further: it may hold keys.
    throw new Failure('settings-damaged', `The file with the API keys is damaged: ${path}`, {
      advice: 'Mend it by hand, or move it away and enter the keys again.'
    })
  }
}

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : unreadable(thrown)
  }
}

function unreadable(cause: unknown): Failure {
  return new Failure('disk', 'The file with the API keys cannot be read or written.', {
    advice: "Check the permissions of the app's data folder and the space on its disk.",
    cause
  })
}
