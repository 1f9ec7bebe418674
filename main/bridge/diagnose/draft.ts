import type { Finding } from '../../../preload/contract/app.ts'
import { asFailure } from '../../failure.ts'
import type { Language, Wording } from '../../tasks/prompt/language.ts'
import { problemOf } from '../problem.ts'

/** One thing that was found, before it is put into a language. */
export interface Draft {
  readonly name: Wording
  /** A name or a number is the same in every language. */
  readonly value: Wording | string
  readonly state: Finding['state']
  readonly advice?: Wording | Finding['advice']
  /** What a report says instead of a value that would tell something private. */
  readonly reported?: string
}

/** Looks at one room of the app. Rejects with a `Failure` when it cannot. */
export type Look = () => Promise<readonly Draft[]> | readonly Draft[]

/** What a look found; a failure of it is a finding. Never rejects. */
export async function draftsOf(look: Look): Promise<readonly Draft[]> {
  try {
    return await look()
  } catch (thrown) {
    const problem = problemOf(asFailure(thrown))
    const value = { en: 'cannot be looked at', 'zh-CN': '无法检查' }
    // A message may name a file.
    return [{ name: { en: 'Problem', 'zh-CN': '问题' }, value, state: 'bad', advice: problem, reported: problem.code }]
  }
}

/** The finding in a language. */
export function inLanguage(room: Finding['room'], { name, value, state, advice }: Draft, language: Language): Finding {
  const inWords = typeof advice === 'object' && 'en' in advice ? advice[language] : advice
  return { room, name: name[language], value: said(value, language), state, advice: inWords }
}

/** The line of the report, in English. */
export function reportLine({ name, value, state, reported }: Draft): string {
  const mark = { good: '', plain: '', doubtful: ' (doubtful)', bad: ' (bad)' }[state]
  return `  ${name.en}: ${reported ?? said(value, 'en')}${mark}`
}

function said(value: Wording | string, language: Language): string {
  return typeof value === 'string' ? value : value[language]
}
