import type { ChatTimes } from '../chat.ts'
import type { Preset } from '../preset.ts'

/** Limits where nobody says otherwise, in milliseconds. Large models on shared machines pause for half a minute. */
const defaultTimes = { idle: 60_000, total: 600_000 }

/** The limits of one call: the provider's habits, then those given later win. */
export function timesOf(preset: Preset, ...given: readonly (Partial<ChatTimes> | undefined)[]): ChatTimes {
  return Object.assign({ firstByte: preset.patienceMilliseconds, ...defaultTimes }, ...given)
}
