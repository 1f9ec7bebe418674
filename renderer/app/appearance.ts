import type { SettingsView } from '../../preload/contract/settings.ts'
import type { Language } from './language.ts'

/** How the window looks, decided. */
export interface Appearance {
  /** Undefined: as the system has it. */
  readonly scheme: 'light' | 'dark' | undefined
  readonly highContrast: boolean
  /** Pixels of the root font: all sizes follow it. */
  readonly fontSize: number
  readonly reducedMotion: boolean
  readonly language: Language
}

/** What the system wishes. */
export interface SystemWishes {
  readonly language: Language
  readonly highContrast: boolean
}

const browserFontSize = 16

/** Settings first, else the system. */
export function decideAppearance(values: SettingsView['values']['appearance'], system: SystemWishes): Appearance {
  return {
    scheme: values.theme === 'system' ? undefined : values.theme,
    highContrast: values.contrast === 'system' ? system.highContrast : values.contrast === 'high',
    fontSize: Math.round(browserFontSize * values.textScale * 10) / 10,
    reducedMotion: values.motion === 'reduced',
    language: values.language === 'system' ? system.language : values.language
  }
}

/** What style sheets ask for: attributes and the font size of the root. The scheme is Mantine's. */
export function applyAppearance(root: HTMLElement, appearance: Appearance): void {
  root.style.fontSize = `${appearance.fontSize}px`
  root.dataset['contrast'] = appearance.highContrast ? 'high' : 'normal'
  root.dataset['motion'] = appearance.reducedMotion ? 'reduced' : 'full'
}

const place = 'appearance'

/** For the next start: the window shows itself rightly before main has answered. */
export function rememberAppearance(storage: Pick<Storage, 'setItem'>, appearance: Appearance): void {
  storage.setItem(place, JSON.stringify(appearance))
}

/** What the last run looked like; the system's way when there was none. `language` is the browser's. */
export function rememberedAppearance(storage: Pick<Storage, 'getItem'>, language: string): Appearance {
  const plain: Appearance = {
    scheme: undefined,
    highContrast: false,
    fontSize: browserFontSize,
    reducedMotion: false,
    language: language.startsWith('zh') ? 'zh-CN' : 'en'
  }
  try {
    const kept: unknown = JSON.parse(storage.getItem(place) ?? '{}')
    return { ...plain, ...(kept as Partial<Appearance>) }
  } catch {
    // Written by another version, or damaged: it is only about the first moment.
    return plain
  }
}
