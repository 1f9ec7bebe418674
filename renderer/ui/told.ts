import i18next from 'i18next'
import type { Said } from '../../preload/contract/result.ts'
import { sentenceOf } from '../app/sentences.ts'

/** What main says, or has failed at. */
export type Told = Partial<Said> & { readonly code?: string | undefined }

export interface ToldText {
  readonly message: string
  /** What to do next. */
  readonly advice: string | undefined
}

/**
 * What main says, in the chosen language. English has main's own sentences; another language has one by its name, else what the
 * code of a failure says. What an older version kept without either is shown as it is.
 */
export function toldText({ message = '', advice, saying, code }: Told): ToldText {
  if (i18next.language === 'en') return { message, advice }
  const usual = usualText(code)
  const sentence = saying === undefined ? undefined : sentenceOf(saying, i18next.language)
  if (sentence !== undefined) return { message: sentence[0], advice: sentence[1] ?? usual?.advice }
  return usual ?? { message, advice }
}

/** Message and advice as one text. Chinese has no blank between sentences. */
export function toldLine(told: Told): string {
  const { message, advice } = toldText(told)
  return [message, advice].filter(Boolean).join(i18next.language === 'en' ? ' ' : '')
}

/** By the code; undefined for one that a later version has. */
function usualText(code: string | undefined): ToldText | undefined {
  const key = `problems:${code}.title`
  if (code === undefined || !i18next.exists(key)) return undefined
  const known = code as 'internal'
  return { message: i18next.t(`problems:${known}.title`), advice: i18next.t(`problems:${known}.advice`) || undefined }
}
