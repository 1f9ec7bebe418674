import { en, type Words } from './en.ts'
import { zhCN } from './zh-CN.ts'

export type { Words } from './en.ts'

/** Languages of the app. */
export type Language = 'en' | 'zh-CN'

const tables: Readonly<Record<Language, Words>> = { en, 'zh-CN': zhCN }

/** The person's choice, else the language of the system. */
export function languageOf(preferred: 'system' | Language, system: Language): Language {
  return preferred === 'system' ? system : preferred
}

/** What the app says outside of its window. */
export function wordsIn(language: Language): Words {
  return tables[language]
}
