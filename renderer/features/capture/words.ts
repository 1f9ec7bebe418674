import { capture as english } from '../../locales/en/capture.ts'
import type { Translation } from '../../locales/translation.ts'
import { capture as chinese } from '../../locales/zh-CN/capture.ts'

/** Texts of overlays and panels. */
export type Words = Translation<typeof english>

/** Both languages come along, without the library that the window has for texts: an overlay has to be there at once. */
export function wordsIn(language: 'en' | 'zh-CN'): Words {
  return language === 'zh-CN' ? chinese : english
}

/** Puts values into the places of a text, such as `{{width}}`. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place))
}
