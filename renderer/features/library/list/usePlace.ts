import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

/** Where the list was left: a row and no pixels, since text may be larger next time. Kept over a restart. */
export const usePlace = create<{ readonly first: number }>()(
  persist(() => ({ first: 0 }), { name: 'library-place', storage: createJSONStorage(() => localStorage) })
)
