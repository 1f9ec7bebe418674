import { type Stage, type StageTimes, stages } from './stages.ts'

/** What a person feels: the wait from the hotkey to the overlay, and that from the release of the button to the text. */
export const waits = {
  'hotkey-to-overlay': ['freezing', 'showing'],
  'release-to-text': ['cropping', 'reading', 'delivering']
} as const satisfies Readonly<Record<string, readonly Stage[]>>
export type Wait = keyof typeof waits

/** Milliseconds; 95 of 100 captures should show their overlay within this time. */
export const overlayBudget = 250

/** So many captures are kept for the diagnostics. */
const keptCaptures = 200

/** Milliseconds. */
export interface Spread {
  readonly count: number
  readonly median: number
  readonly p95: number
  readonly longest: number
}

export interface TimesSummary {
  /** Without stages and waits that no capture went through. */
  readonly stages: Readonly<Partial<Record<Stage, Spread>>>
  readonly waits: Readonly<Partial<Record<Wait, Spread>>>
  /** Undefined while there is nothing to judge by. */
  readonly isOverlayInBudget: boolean | undefined
}

/** The captures to be kept after one more, oldest first. */
export function withCapture(history: readonly StageTimes[], { mode, spent }: StageTimes): StageTimes[] {
  return [...history, { mode, spent }].slice(-keptCaptures)
}

/** What the diagnostics show of the captures kept. */
export function summarise(history: readonly StageTimes[]): TimesSummary {
  const overlay = spreadOf(history.flatMap((times) => waited(times, 'hotkey-to-overlay')))
  const text = spreadOf(history.flatMap((times) => waited(times, 'release-to-text')))
  return {
    stages: Object.fromEntries(
      stages.flatMap((stage) => {
        const spread = spreadOf(history.flatMap(({ spent }) => spent[stage] ?? []))
        return spread ? [[stage, spread]] : []
      })
    ),
    waits: { ...(overlay && { 'hotkey-to-overlay': overlay }), ...(text && { 'release-to-text': text }) },
    isOverlayInBudget: overlay && overlay.p95 <= overlayBudget
  }
}

/** The waits of one capture in milliseconds; those that it did not go through are missing. */
export function waitsOf(times: StageTimes): Readonly<Partial<Record<Wait, number>>> {
  const [overlay] = waited(times, 'hotkey-to-overlay')
  const [text] = waited(times, 'release-to-text')
  return {
    ...(overlay !== undefined && { 'hotkey-to-overlay': overlay }),
    ...(text !== undefined && { 'release-to-text': text })
  }
}

/** Empty when the capture did not go all the way: one that was called off says nothing about the wait. */
function waited({ spent }: StageTimes, wait: Wait): number[] {
  if (wait === 'hotkey-to-overlay' && spent.selecting === undefined) return []
  const parts = waits[wait].flatMap((stage: Stage) => spent[stage] ?? [])
  return parts.length === waits[wait].length ? [parts.reduce((sum, part) => sum + part, 0)] : []
}

function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = values.toSorted((one, other) => one - other)
  const longest = sorted.at(-1)
  if (longest === undefined) return undefined
  return { count: sorted.length, median: rank(sorted, 0.5), p95: rank(sorted, 0.95), longest }
}

/** The smallest value that this share of all does not exceed. */
function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
