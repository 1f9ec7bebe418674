import { z } from 'zod'

/** What must never be missed again, as shares from 0 to 1. It may only be made stricter. */
export const floorSchema = z.object({
  /** Most characters wrong, spaces removed, that is tolerated. */
  characterErrorRate: z.number().min(0).max(1),
  /** Fewest lines found with nine characters of ten right. */
  lineRecall: z.number().min(0).max(1)
})
export type Floor = z.infer<typeof floorSchema>

/** Runs on different processors differ by a character or two; a floor closer than this would fail by chance. */
const margin = 0.002

export interface Verdict {
  /** A sentence for each figure that is worse than its floor. */
  readonly failures: readonly string[]
  /** The stricter floor that these figures would pass, when there is one. */
  readonly better: Floor | undefined
}

/** Holds measured figures against the floor. */
export function judge(measured: Floor, floor: Floor): Verdict {
  const failures: string[] = []
  if (measured.characterErrorRate > floor.characterErrorRate) {
    failures.push(
      `${percent(measured.characterErrorRate)} of the characters are wrong; at most ${percent(floor.characterErrorRate)} may be`
    )
  }
  if (measured.lineRecall < floor.lineRecall) {
    failures.push(
      `${percent(measured.lineRecall)} of the lines are found; at least ${percent(floor.lineRecall)} must be`
    )
  }
  const better = {
    characterErrorRate: Math.min(
      floor.characterErrorRate,
      Math.ceil((measured.characterErrorRate + margin) * 1000) / 1000
    ),
    lineRecall: Math.max(floor.lineRecall, Math.floor((measured.lineRecall - margin) * 1000) / 1000)
  }
  const stricter = better.characterErrorRate < floor.characterErrorRate || better.lineRecall > floor.lineRecall
  return { failures, better: failures.length === 0 && stricter ? better : undefined }
}

/** A share as a percentage with one digit: 0.0712 is `7.1 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
