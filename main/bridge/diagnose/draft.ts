import type { Finding } from '../../../preload/contract/app.ts'
import { asFailure } from '../../failure.ts'
import type { Language, Wording } from '../../tasks/prompt/language.ts'

/** One thing that was found, before it is put into a language. */
export interface Draft {
  readonly name: Wording
  /** A name or a number is the same in every language. */
  readonly value: Wording | string
  readonly state: Finding['state']
  readonly advice?: Wording | string | undefined
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
    const { message, advice, code } = asFailure(thrown)
    // A message may name a file.
    return [{ name: { en: 'Problem', 'zh-CN': '问题' }, value: message, state: 'bad', advice, reported: code }]
  }
}

/** The finding in a language. */
export function inLanguage(room: Finding['room'], { name, value, state, advice }: Draft, language: Language): Finding {
  return { room, name: name[language], value: said(value, language), state, advice: advice && said(advice, language) }
}

/** The line of the report, in English. */
export function reportLine({ name, value, state, reported }: Draft): string {
  const mark = { good: '', plain: '', doubtful: ' (doubtful)', bad: ' (bad)' }[state]
  return `  ${name.en}: ${reported ?? said(value, 'en')}${mark}`
}

function said(value: Wording | string, language: Language): string {
  return typeof value === 'string' ? value : value[language]
}
