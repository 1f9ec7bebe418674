import type { TFunction } from 'i18next'
import type { Problem } from '../../preload/contract/result.ts'

export interface ProblemText {
  /** A few words, in Chinese the whole sentence. */
  readonly title: string
  /** What to do next. */
  readonly advice: string | undefined
  /** Main's own sentence, which is English. */
  readonly detail: string | undefined
}

/** What a person is told of a problem, in the chosen language. English has main's own sentences, which know more. */
export function problemText(
  { code, message, advice }: Problem,
  t: TFunction<readonly ['problems']>,
  language: string
): ProblemText {
  const title = t(`${code}.title`)
  const usual: string = t(`${code}.advice`)
  const isEnglish = language === 'en'
  return {
    title,
    advice: (isEnglish ? (advice ?? usual) : usual) || undefined,
    detail: message === '' || message === title ? undefined : message
  }
}
