import type { TaskOptions } from '../options.ts'

/** Languages that prompts are written in. */
export type Language = 'en' | 'zh-CN'

/** The same sentence in both languages. */
export type Wording = Readonly<Record<Language, string>>

/**
 * The language to ask in: the one that was set, else that of the person's own words, else `fallback`, which is the
 * language of the app.
 */
export function promptLanguage(options: TaskOptions, fallback: Language): Language {
  return options.language ?? languageOf(options.question ?? options.custom?.prompt ?? '') ?? fallback
}

/**
 * Chinese from a fifth of Han among the letters, so that a question about "the USB-C connector" in Chinese stays
 * Chinese; kana mean Japanese, which is asked in English and answered in the question's language.
 */
function languageOf(text: string): Language | undefined {
  const letters = count(text, /\p{L}/gu)
  if (letters === 0) return undefined
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return 'en'
  return count(text, /\p{Script=Han}/gu) >= letters / 5 ? 'zh-CN' : 'en'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
