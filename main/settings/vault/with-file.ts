import { Failure } from '../../failure.ts'
import type { Keys } from '../keys.ts'

/**
 * The keys of a desktop on which the command line may have stored some, too: those of the vault, with the environment before
 * them, and where it has none that can be used, those of the command line's file. What the vault says of a key that did not
 * open is told only when the file has none either.
 */
export function vaultBeforeFile(vault: Pick<Keys, 'find'>, file: Pick<Keys, 'find'>): Pick<Keys, 'find'> {
  return {
    find: (provider) => {
      try {
        return vault.find(provider) ?? file.find(provider)
      } catch (thrown) {
        const found = thrown instanceof Failure ? file.find(provider) : undefined
        if (found !== undefined) return found
        throw thrown
      }
    }
  }
}
