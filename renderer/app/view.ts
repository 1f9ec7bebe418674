import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { Taken } from '../../preload/contract/app.ts'
import type { Filters } from '../../preload/contract/library.ts'
import type { Order } from '../../preload/contract/lists.ts'

export const rooms = ['library', 'batch', 'settings', 'diagnostics', 'welcome'] as const
export type Room = (typeof rooms)[number]

/** Where the window is. Kept over a reload and a restart, so that nothing typed or chosen is lost. */
export interface View {
  readonly room: Room
  /** The entry that viewer and result show. */
  readonly entry: number | undefined
  /** What was taken in and waits for a question in the composer. */
  readonly subjects: readonly Taken[]
  /** An entry whose picture is to be asked about again, in the composer. */
  readonly again: number | undefined
  readonly words: string
  readonly filters: Filters
  /** Of what was found by words. */
  readonly order: Order
  /** Typed and not yet sent, by what it belongs to: `composer`, `follow:<entry>`, `edit:<entry>`. */
  readonly drafts: Readonly<Record<string, string>>
  readonly go: (room: Room) => void
  readonly show: (entry: number | undefined) => void
  readonly compose: (subjects: readonly Taken[]) => void
  readonly askAgain: (entry: number | undefined) => void
  readonly search: (words: string, filters?: Filters) => void
  readonly sort: (order: Order) => void
  readonly draft: (key: string, text: string) => void
}

export const useView = create<View>()(
  persist(
    (set) => ({
      room: 'library',
      entry: undefined,
      subjects: [],
      again: undefined,
      words: '',
      filters: {},
      order: 'time',
      drafts: {},
      go: (room) => set({ room }),
      show: (entry) => set({ entry, room: 'library', subjects: [], again: undefined }),
      compose: (subjects) => set({ subjects, room: 'library', again: undefined }),
      askAgain: (again) => set((view) => ({ again, entry: again ?? view.entry, room: 'library', subjects: [] })),
      search: (words, filters) => set((view) => ({ words, filters: filters ?? view.filters })),
      sort: (order) => set({ order }),
      draft: (key, text) =>
        set(({ drafts: { [key]: _former, ...others } }) => ({
          drafts: text === '' ? others : { ...others, [key]: text }
        }))
    }),
    {
      name: 'view',
      storage: createJSONStorage(() => localStorage),
      // Tokens of what was taken in end with the process of main.
      partialize: ({ room, entry, words, filters, order, drafts }) => ({ room, entry, words, filters, order, drafts })
    }
  )
)
