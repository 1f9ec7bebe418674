import { describe, expect, it } from 'vitest'
import { english } from '../../../renderer/locales/en/index.ts'
import { chinese } from '../../../renderer/locales/zh-CN/index.ts'

type Texts = { readonly [key: string]: string | Texts }

/** Every text by its path, such as `settings.library.place`. */
function flat(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`)
  )
}

const inEnglish = new Map(flat(english))
const inChinese = new Map(flat(chinese))
const placeholders = (text: string): string[] => Array.from(text.matchAll(/\{\{(\w+)/g), ([, name]) => name ?? '')
const plural = /_(zero|one|two|few|many|other)$/

/** Without what is put in. */
const words = (text: string): string => text.replaceAll(/\{\{.*?\}\}/g, '')

describe('texts', () => {
  it('are the same in both languages', () => {
    expect([...inChinese.keys()]).toEqual([...inEnglish.keys()])
  })

  it('are written in both, without stray spaces', () => {
    const odd = [...inEnglish, ...inChinese].filter(([, text]) => /^\s|\s$/.test(text))
    const missing = [...inEnglish].filter(([key, text]) => (text === '') !== (inChinese.get(key) === ''))
    expect([...odd, ...missing]).toEqual([])
  })

  // Chinese may leave out what English needs, for a plural say, and knows nothing else.
  it('name in Chinese only what they are given in English', () => {
    const unknown = [...inChinese].filter(([key, text]) => {
      const given = placeholders(inEnglish.get(key) ?? '')
      return placeholders(text).some((name) => !given.includes(name))
    })
    expect(unknown).toEqual([])
  })

  it('have both plural forms, or none', () => {
    const stems = new Set([...inEnglish.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')))
    const keys = Array.from(stems, (stem) => [`${stem}_one`, `${stem}_other`]).flat()
    expect(keys.filter((key) => !inEnglish.has(key))).toEqual([])
    // A key without an ending would hide its forms.
    expect([...stems].filter((stem) => inEnglish.has(stem))).toEqual([])
  })

  it('speak Chinese in Chinese', () => {
    const foreign = [...inChinese].filter(([, text]) => /[a-z]{4}/.test(words(text)) && !/[\u4e00-\u9fff]/.test(text))
    // Names that are the same everywhere.
    const names = /^(Glyphlens|Markdown|JSON Lines|Top P|\{\{.*\}\}|PDF|CSV|https?:.*|[\w.-]+\.\w+)$/
    expect(foreign.filter(([, text]) => !names.test(text))).toEqual([])
  })
})
