import type { PreferenceValues } from '../settings/groups.ts'
import type { Preset } from './preset.ts'

/** Most calls at a time that a provider stands, or that the person has set for it. */
export function concurrencyOf(
  { providers }: Pick<PreferenceValues['vision'], 'providers'>,
  { id, concurrency }: Pick<Preset, 'id' | 'concurrency'>
): number {
  return providers[id]?.concurrency ?? concurrency
}
