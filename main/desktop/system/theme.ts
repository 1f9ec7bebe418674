import { nativeTheme } from 'electron'
import type { PreferenceValues } from '../../settings/groups.ts'

/** Dark and contrast as they are now: of the system, where the setting does not decide. */
export interface Theme {
  readonly dark: boolean
  readonly highContrast: boolean
}

/** Windows and menus of the system follow the app's setting. */
export function applyTheme({ theme }: PreferenceValues['appearance']): void {
  nativeTheme.themeSource = theme
}

/** Hears of changes; answers the function that stops it. */
export function watchTheme(changed: (theme: Theme) => void): () => void {
  const tell = (): void =>
    changed({ dark: nativeTheme.shouldUseDarkColors, highContrast: nativeTheme.shouldUseHighContrastColors })
  nativeTheme.on('updated', tell)
  return () => void nativeTheme.off('updated', tell)
}
