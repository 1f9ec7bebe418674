import type { SplitterPaneSize } from '@mantine/hooks'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

interface Panes {
  /** Sizes of the two sides of each split, by its name. */
  readonly sizes: Readonly<Record<string, readonly SplitterPaneSize[]>>
  readonly isLibraryHidden: boolean
  readonly resize: (split: string, sizes: readonly SplitterPaneSize[]) => void
  readonly toggleLibrary: () => void
}

/** How wide the panes are. Kept over a restart. */
export const usePanes = create<Panes>()(
  persist(
    (set) => ({
      sizes: {},
      isLibraryHidden: false,
      resize: (split, sizes) => set((panes) => ({ sizes: { ...panes.sizes, [split]: sizes } })),
      toggleLibrary: () => set((panes) => ({ isLibraryHidden: !panes.isLibraryHidden }))
    }),
    {
      name: 'panes',
      storage: createJSONStorage(() => localStorage),
      partialize: ({ sizes, isLibraryHidden }) => ({ sizes, isLibraryHidden })
    }
  )
)
