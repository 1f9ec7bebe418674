import { asFailure } from '../../failure.ts'
import type { BatchAsks } from '../../jobs/batch/recipe.ts'
import { deviceEngine } from '../../jobs/job.ts'
import type { Vision } from '../../vision/vision.ts'

/** Pictures wait for a key, but not for an address that nobody has named. Throws `usage` and `vision-address`. */
export function requireAddress(vision: Pick<Vision, 'check'>, { engine, model }: BatchAsks): void {
  if (engine === deviceEngine) return
  try {
    vision.check({ provider: engine, ...(model !== undefined && { model }) })
  } catch (thrown) {
    const { code } = asFailure(thrown)
    if (code === 'usage' || code === 'vision-address') throw thrown
  }
}
