import { app } from 'electron'
import type { Intake } from '../../bridge/intake.ts'

/** An intake whose files are found again in the system's list of recent documents. */
export function rememberedBySystem(intake: Intake): Intake {
  return {
    ...intake,
    paths: async (paths) => {
      const taken = await intake.paths(paths)
      // So many that they became one folder are nobody's recent documents.
      if (taken.length !== paths.length) return taken
      for (const [index, { kind }] of taken.entries()) {
        const path = paths[index]
        if (path !== undefined && (kind === 'picture' || kind === 'document')) app.addRecentDocument(path)
      }
      return taken
    }
  }
}
