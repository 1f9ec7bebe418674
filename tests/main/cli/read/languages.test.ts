import { describe, expect, it } from 'vitest'
import { requireLanguages } from '../../../../main/cli/read/languages.ts'
import { readCatalogue } from '../../../../main/packs/catalogue.ts'

const [pack] = (await readCatalogue()).filter(({ id }) => id === 'ppocr-v4-mobile')
if (pack === undefined) throw new Error('the embedded pack is not in the catalogue')

describe('requireLanguages', () => {
  it.each([[], ['en'], ['zh'], ['zh-CN'], ['zh-SG'], ['zh-Hant'], ['zh-TW'], ['zh-HK'], ['en-GB', 'zh-Hans-CN']])(
    'agrees to %j',
    (...tags) => {
      expect(() => requireLanguages(tags, pack)).not.toThrow()
    }
  )

  it.each([
    [['ko'], 'does not read Korean (ko).'],
    [['en', 'ja', 'ru'], 'does not read Japanese (ja), Russian (ru).'],
    [['en-Cyrl'], 'does not read English (Cyrillic) (en-Cyrl).'],
    [['not a tag'], '“not a tag” is not a language.'],
    [['中文'], '“中文” is not a language.']
  ])('refuses %j', (tags, sentence) => {
    expect(() => requireLanguages(tags, pack)).toThrow(sentence)
  })
})
