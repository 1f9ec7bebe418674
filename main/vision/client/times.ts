import type { ChatTimes } from '../chat.ts'
import type { Preset } from '../preset.ts'

/** Limits where nobody says otherwise, in milliseconds. Large models on shared machines pause for half a minute. */
const defaultTimes = { idle: 60_000, total: 600_000 }

/** A slow line still takes 125 bytes in a millisecond, 1 Mbit in a second. */
const slowLine = 125

/**
 * The limits of one call that sends so many bytes: the provider's habits and time for a slow line, then those given later
 * win.
 */
export function timesOf(
  preset: Preset,
  sentBytes: number,
  ...given: readonly (Partial<ChatTimes> | undefined)[]
): ChatTimes {
  const firstByte = preset.patienceMilliseconds + Math.ceil(sentBytes / slowLine)
  return Object.assign({ firstByte, ...defaultTimes }, ...given)
}
