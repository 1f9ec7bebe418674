import { lazy } from 'react'
import { Placeholder } from './shell/Placeholder.tsx'

const placeholder = () => Promise.resolve({ default: Placeholder })

export const LibraryPane = lazy(placeholder)
export const Viewer = lazy(placeholder)
export const ResultPane = lazy(placeholder)
export const Composer = lazy(placeholder)
export const BatchRoom = lazy(placeholder)
export const DiagnosticsRoom = lazy(placeholder)
export const WelcomeRoom = lazy(placeholder)
export const SettingsRoom = lazy(placeholder)
export const Palette = lazy(async () => ({ default: (await import('../features/palette/Palette.tsx')).Palette }))
export const Shortcuts = lazy(async () => ({ default: (await import('../features/palette/Shortcuts.tsx')).Shortcuts }))
