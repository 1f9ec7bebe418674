import { app } from 'electron'
import type { Start } from '../../preload/contract/app.ts'

/** The system's language, as far as the app speaks it. */
export function systemLanguage(): Start['language'] {
  const [first] = app.getPreferredSystemLanguages()
  return first?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
