import { lazy } from 'react'

export const LibraryPane = lazy(async () => ({ default: (await import('../features/library/index.ts')).LibraryPane }))
export const Viewer = lazy(async () => ({ default: (await import('../features/viewer/index.ts')).Viewer }))
export const ResultPane = lazy(async () => ({ default: (await import('../features/result/index.ts')).ResultPane }))
export const Composer = lazy(async () => ({ default: (await import('../features/composer/index.ts')).Composer }))
export const BatchRoom = lazy(async () => ({ default: (await import('../features/batch/index.ts')).BatchRoom }))
export const DiagnosticsRoom = lazy(async () => ({
  default: (await import('../features/diagnostics/index.ts')).DiagnosticsRoom
}))
export const WelcomeRoom = lazy(async () => ({ default: (await import('../features/welcome/index.ts')).WelcomeRoom }))
export const SettingsRoom = lazy(async () => ({
  default: (await import('../features/settings/SettingsRoom.tsx')).SettingsRoom
}))
export const AddressDialog = lazy(async () => ({
  default: (await import('./shell/AddressDialog.tsx')).AddressDialog
}))
export const Palette = lazy(async () => ({ default: (await import('../features/palette/Palette.tsx')).Palette }))
export const Shortcuts = lazy(async () => ({ default: (await import('../features/palette/Shortcuts.tsx')).Shortcuts }))
