import type { Preset } from './preset.ts'

const minute = 60_000
const day = 24 * 60 * minute

/**
 * The next midnight of a provider whose quota is a daily one, in milliseconds since 1970 and always later than `now`;
 * undefined where no such time is known.
 */
export function nextReset(preset: Preset, now: number): number | undefined {
  const { resetOffsetMinutes } = preset.quota
  if (resetOffsetMinutes === undefined) return undefined
  const offset = resetOffsetMinutes * minute
  return (Math.floor((now + offset) / day) + 1) * day - offset
}
