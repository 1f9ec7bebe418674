import { asFailure } from '../../failure.ts'
import type { Keys } from '../../settings/keys.ts'
import type { Preset } from '../../vision/preset.ts'
import type { Check, CheckOutcome } from './check.ts'

export interface KeyFacts {
  readonly keys: Pick<Keys, 'find'>
  /** Providers whose keys only the desktop app can open. */
  readonly elsewhere: readonly { readonly provider: string }[]
  readonly presets: readonly Preset[]
}

/** Of whom there are keys, and where from. Without any, reading works all the same. */
export function keysCheck({ keys, elsewhere, presets }: KeyFacts): Check {
  const look = (): CheckOutcome => {
    const here = presets.flatMap(({ id, key: { variable } }) => {
      const found = keys.find({ id, variable })
      return found === undefined ? [] : [`${id} (${found.from})`]
    })
    const only = elsewhere.map(({ provider }) => `${provider} (desktop app only)`)
    const all = [...here, ...only]
    return { detail: all.length === 0 ? 'none, which reading does not need' : all.join(', ') }
  }
  return {
    name: 'Keys of providers',
    look: () => {
      try {
        return look()
      } catch (thrown) {
        const { message, advice } = asFailure(thrown)
        return { state: 'warning', detail: message, ...(advice !== undefined && { advice }) }
      }
    }
  }
}
