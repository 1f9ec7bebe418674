import type { PreferenceValues } from '../../settings/groups.ts'
import { presetOf } from '../../vision/presets.ts'

/** Most calls at a time that the provider stands, or that the person has set. Throws `usage` for no provider. */
export function concurrencyOf(preferences: PreferenceValues['vision'], provider = preferences.provider): number {
  const { id, concurrency } = presetOf(provider)
  return preferences.providers[id]?.concurrency ?? concurrency
}
