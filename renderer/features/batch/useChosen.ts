import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { FileChoice } from './progress.ts'

interface Chosen {
  /** The batch that is looked at; undefined: the latest. */
  readonly batch: number | undefined
  readonly files: FileChoice | 'refused'
}

/** What is looked at in the room of batches. Kept over a restart. */
export const useChosen = create<Chosen>()(
  persist((): Chosen => ({ batch: undefined, files: 'all' }), {
    name: 'batch',
    storage: createJSONStorage(() => localStorage)
  })
)
