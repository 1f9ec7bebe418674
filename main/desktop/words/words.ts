import { en, type Words } from './en.ts'
import { zhCN } from './zh-CN.ts'

export type { Words } from './en.ts'

/** Languages of the app. */
export type Language = 'en' | 'zh-CN'

const tables: Readonly<Record<Language, Words>> = { en, 'zh-CN': zhCN }

/** What the app says outside of its window. `preferred` is the person's setting, `system` the language of the system. */
export function wordsIn(preferred: 'system' | Language, system: Language): Words {
  return tables[preferred === 'system' ? system : preferred]
}
