import { describe, expect, it } from 'vitest'
import { answerOutcomes, callOutcomes } from '../../../main/vision/client/failures/outcomes.ts'
import type { Sentence } from '../../../renderer/locales/sentences.ts'
import { problems } from '../../../renderer/locales/zh-CN/problems.ts'
import { sentences } from '../../../renderer/locales/zh-CN/sentences.ts'
import { latinSentences } from '../latin.ts'

/** Stands for whatever values a sentence asks for. */
const valuesOf = (each: string | number | boolean): never =>
  new Proxy({}, { get: (_, name) => (name === 'place' ? 'account' : each) }) as never

/** Of a field in which nothing is typed nothing is said. */
const silent = 'key.nothing'

const named = Object.entries(sentences).filter(([name]) => name !== silent)
const told = named.map(([name, sentence]): [string, (values: never) => Sentence] => [
  name,
  sentence as (values: never) => Sentence
])

describe('sentences of main in Chinese', () => {
  // The compiler holds the names to those of main; here is what they say.
  it.each(told)('%s is Chinese, whatever its values are', (_, sentence) => {
    for (const each of ['', 'Qwen/Qwen3-VL', 7, true, false]) {
      const [message, advice = ''] = sentence(valuesOf(each))
      expect(message).toMatch(/\p{Script=Han}/u)
      expect(`${message}${advice}`).not.toMatch(/undefined|NaN|\[object|\s$/)
      expect(latinSentences(message)).toEqual([])
      expect(latinSentences(advice)).toEqual([])
    }
  })

  it.each(told)('%s ends as a sentence, with the signs of the language', (_, sentence) => {
    const [message, advice = '。'] = sentence(valuesOf(7))
    for (const text of [message, advice]) {
      expect(text).toMatch(/。$/)
      expect(text).not.toMatch(/\p{Script=Han}[,;:!?()]|[,;!?()]\p{Script=Han}/u)
    }
  })

  it('have one for every way in which a provider can fail', () => {
    const names = [...Object.keys(callOutcomes), ...Object.keys(answerOutcomes)].map((name) => `call.${name}`)
    expect(names.filter((name) => !Object.hasOwn(sentences, name))).toEqual([])
  })

  it('leave what a provider has said as a quotation', () => {
    const values = { ...blank, provider: 'Acme', quote: 'no such deployment here' }
    expect(sentences['call.refused'](values)[0]).toBe('Acme 拒绝了请求。服务商称：“no such deployment here”。')
    expect(sentences['call.refused']({ ...values, quote: '' })[0]).toBe('Acme 拒绝了请求。')
  })
})

const blank = { provider: '', model: '', host: '', page: '', zone: '', quote: '', seconds: '', target: '', plain: '' }

describe('what the codes of failures say', () => {
  it.each(Object.entries(problems))('%s has no English in it', (_, { title, advice }) => {
    expect([...latinSentences(title), ...latinSentences(advice)]).toEqual([])
  })
})

it.each([
  ['请检查 the base URL 后重试', ['the base']],
  ['Something went wrong', ['Something went wrong']],
  ['模型“Qwen VL max”不可用', []],
  ['请求 api.example.com 失败：GNOME Keyring', []],
  ['请在 Top P 中填写 http://localhost:8000/v1', []]
])('of “%s” it finds what is English', (text, found) => {
  expect(latinSentences(text)).toEqual(found)
})
