import type { i18n } from 'i18next'
import type { EntrySummary } from '../../../preload/contract/library.ts'

/** Why an entry failed in one sentence of the chosen language; English has main's own, which knows more. */
export function failureText(
  failure: EntrySummary['failure'],
  { language, exists, t }: Pick<i18n, 'language' | 'exists' | 't'>
): string | undefined {
  if (failure === undefined) return undefined
  // A later version may have codes that this one has no words for.
  const key = `problems:${failure.code}.title`
  if (language === 'en' || !exists(key)) return failure.message
  return t(key as 'problems:internal.title')
}
