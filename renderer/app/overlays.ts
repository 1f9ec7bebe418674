import { create } from 'zustand'

export type OverlayName = 'palette' | 'shortcuts' | 'address'

interface Overlays {
  /** What lies over the rooms. */
  readonly open: OverlayName | undefined
  readonly show: (open: OverlayName | undefined) => void
}

/** What lies over the rooms: at most one thing. */
export const useOverlays = create<Overlays>()((set) => ({ open: undefined, show: (open) => set({ open }) }))
