import i18next from 'i18next'
import type { Problem } from '../../preload/contract/result.ts'
import { toldText } from './told.ts'

export interface ProblemText {
  /** A few words, in Chinese the whole sentence. */
  readonly title: string
  /** What to do next. */
  readonly advice: string | undefined
  /** What exactly has happened, where that is more than the title. */
  readonly detail: string | undefined
}

/** What a person is told of a problem, in the chosen language. */
export function problemText(problem: Problem): ProblemText {
  const { message, advice } = toldText(problem)
  const code = i18next.exists(`problems:${problem.code}.title`) ? problem.code : 'internal'
  const title = i18next.t(`problems:${code}.title`)
  const usual: string = i18next.t(`problems:${code}.advice`)
  return {
    title,
    advice: (advice ?? usual) || undefined,
    detail: message === '' || message === title ? undefined : message
  }
}
