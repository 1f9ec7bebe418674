import type { PackManifest } from '../../engine/protocol/pack.ts'
import { Failure } from '../../failure.ts'

/** `zh-CN` and `zh` both mean `zh-Hans`: language and script decide, the country does not. Undefined for no language. */
function languageAndScript(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return language === undefined ? undefined : `${language}-${script}`
  } catch {
    // A RangeError: not a BCP 47 tag.
    return undefined
  }
}

/** English name with its tag: `Korean (ko)`. */
export function describeLanguage(tag: string): string {
  const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag)
  return name === undefined ? tag : `${name} (${tag})`
}

/** Throws a `Failure` with code `usage` when the pack was not trained on one of `languages` (BCP 47 tags). */
export function requireLanguages(languages: readonly string[], pack: PackManifest): void {
  const noLanguage = languages.find((tag) => languageAndScript(tag) === undefined)
  if (noLanguage !== undefined) {
    throw new Failure('usage', `“${noLanguage}” is not a language.`, {
      advice: 'Write tags such as en, ja or zh-CN, with commas between them.'
    })
  }
  const known = new Set(pack.languages.map(languageAndScript))
  const unknown = languages.filter((tag) => !known.has(languageAndScript(tag)))
  if (unknown.length === 0) return
  throw new Failure('usage', `The pack ${pack.id} does not read ${unknown.map(describeLanguage).join(', ')}.`, {
    advice:
      `It reads ${pack.languages.map(describeLanguage).join(', ')}. ` +
      '"glyphlens packs list" shows what other packs read; name one with --pack.'
  })
}
