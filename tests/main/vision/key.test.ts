import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../main/failure.ts'
import { parseKey } from '../../../main/vision/key.ts'
import { presetOf } from '../../../main/vision/presets.ts'

const modelscope = presetOf('modelscope')
const canary = 'ms-0a1b2c3d-canary'

describe('parseKey', () => {
  it.each([
    [canary],
    [`  ${canary}\r\n`],
    [`\u00a0${canary}\u3000`],
    [`\ufeff${canary}\u200b`],
    [`ms-0a1b2c3d\u200d-canary`],
    [`Bearer ${canary}`],
    [`bearer\t${canary}`],
    [`Authorization: Bearer ${canary}`]
  ])('reads %j', (text) => {
    expect(parseKey(text, modelscope)).toEqual({ key: canary, notices: [] })
  })

  it.each([[''], ['   '], ['\u200b'], ['Bearer'], ['Bearer  ']])('takes %j for none', (text) => {
    expect(parseKey(text, modelscope)).toEqual({ key: undefined, notices: [] })
  })

  it('hints at another beginning', () => {
    const { key, notices } = parseKey('sk-canary', modelscope)
    expect(key).toBe('sk-canary')
    expect(notices).toMatchObject([{ message: expect.stringContaining('“ms-”'), saying: { name: 'key.prefix' } }])
    expect(JSON.stringify(notices)).not.toContain('canary')
  })

  it('knows no beginning where the provider has none', () => {
    expect(parseKey('anything', presetOf('vllm'))).toEqual({ key: 'anything', notices: [] })
  })

  it.each([
    ['two keys', `${canary} ${canary}`, /blanks/],
    ['two lines', `${canary}\n${canary}`, /blanks/],
    ['a full stop of Chinese', `${canary}。`, /characters/],
    ['a letter that only looks alike', 'ms-с\u0430nary', /characters/],
    ['a control character', `${canary}\u0000x`, /characters/],
    ['dots of an abbreviated key', 'ms-canary…', /characters/],
    ['an address', 'https://modelscope.cn/canary', /address/],
    ['a whole file', 'canary'.repeat(1000), /too long/]
  ])('refuses %s', (_, text, message) => {
    let thrown: unknown
    try {
      parseKey(text, modelscope)
    } catch (failure) {
      thrown = failure
    }
    expect(thrown).toMatchObject({
      code: 'vision-key-format',
      message: expect.stringMatching(message),
      advice: expect.stringContaining('https://modelscope.cn/my/myaccesstoken')
    })
    expect(String(thrown) + JSON.stringify(thrown)).not.toContain('canary')
  })

  it('gives what can stand in a header, or a failure that does not repeat it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 8, maxLength: 60 }), (text) => {
        const outcome = outcomeOf(text)
        expect(outcome.key ?? 'none').toMatch(/^[!-~]{1,60}$/)
        expect(outcome.message).not.toContain(text)
      })
    )
  })
})

/** The key, or the message of its refusal; anything but a `Failure` is thrown on. */
function outcomeOf(text: string): { readonly key?: string | undefined; readonly message: string } {
  try {
    return { key: parseKey(text, modelscope).key, message: '' }
  } catch (thrown) {
    if (thrown instanceof Failure) return { message: thrown.message }
    throw thrown
  }
}
