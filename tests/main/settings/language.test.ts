import { expect, test } from 'vitest'
import { languageOfSystem } from '../../../main/settings/language.ts'

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'de_DE.UTF-8' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'zh_TW' }, 'zh-CN'],
  [{ LANG: '', LC_ALL: 'C' }, 'en'],
  [{}, 'en']
] as const)('%j speaks %s', (environment, expected) => {
  expect(languageOfSystem(environment)).toBe(expected)
})
