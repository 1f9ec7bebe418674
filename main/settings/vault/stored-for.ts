import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../../failure.ts'
import type { Keys } from '../keys.ts'

/** Name of the file of the desktop's vault, in the data folder. */
export const vaultFile = 'vault.json'

/** Bytes; a larger file is not ours. */
const largest = 1024 * 1024

const outline = z.object({ keys: z.record(z.string(), z.looseObject({ lastFour: z.string().max(4).catch('') })) })

/** Of whom the desktop app keeps a key, for programs that cannot open it. A file that is no such one has none. */
export function storedFor(folder: string): { readonly provider: string; readonly lastFour: string }[] {
  try {
    const path = join(folder, vaultFile)
    if (statSync(path).size > largest) return []
    const { keys } = outline.parse(JSON.parse(readFileSync(path, 'utf8')))
    return Object.entries(keys).map(([provider, { lastFour }]) => ({ provider, lastFour }))
  } catch {
    // Missing or damaged: the desktop app says so, and nobody else needs to.
    return []
  }
}

/**
 * The keys of a program without the vault. Where it finds none and the desktop app keeps one, it says so instead of none: the
 * person knows that they have entered it.
 */
export function besideVault(keys: Pick<Keys, 'find'>, folder: string): Pick<Keys, 'find'> {
  return {
    find: (provider) => {
      const found = keys.find(provider)
      if (found !== undefined || storedFor(folder).every((stored) => stored.provider !== provider.id)) return found
      throw onlyThere(provider)
    }
  }
}

function onlyThere({ id, variable }: Parameters<Keys['find']>[0]): Failure {
  const otherwise = variable === undefined ? '' : `, or set ${variable}`
  return new Failure('vision-key-missing', 'The key is stored by the desktop app, encrypted for it alone.', {
    advice: `Store it here as well with “glyphlens keys set ${id} --unencrypted”${otherwise}.`
  })
}
