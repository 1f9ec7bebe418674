import { asFailure } from '../../failure.ts'
import type { BatchAsks } from '../../jobs/batch/recipe.ts'
import { deviceEngine } from '../../jobs/job.ts'
import type { Vision } from '../../vision/vision.ts'
import { exitCodeOf, exitCodes } from '../exit-codes.ts'

/** Pictures wait for a key, but not for an address that nobody has named. Throws what only another command can mend. */
export function requireAddress(vision: Pick<Vision, 'check'>, { engine, model }: BatchAsks): void {
  if (engine === deviceEngine) return
  try {
    vision.check({ provider: engine, ...(model !== undefined && { model }) })
  } catch (thrown) {
    if (exitCodeOf(asFailure(thrown).code) !== exitCodes.wanted) throw thrown
  }
}
