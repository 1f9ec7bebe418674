import { create } from 'zustand'

export type OverlayName = 'palette' | 'shortcuts' | 'address'

interface Overlays {
  /** What lies over the rooms. */
  readonly open: OverlayName | undefined
  readonly show: (open: OverlayName) => void
  /** Nothing when another one has taken its place: a command of the palette may open the next. */
  readonly close: (name: OverlayName) => void
}

/** What lies over the rooms: at most one thing. */
export const useOverlays = create<Overlays>()((set) => ({
  open: undefined,
  show: (open) => set({ open }),
  close: (name) => set(({ open }) => (open === name ? { open: undefined } : {}))
}))
