import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact, redactedCause } from '../../../main/vision/redact.ts'

const key = 'tp-0123456789abcdef'

describe('a text for others', () => {
  test.each([
    [`the key ${key} is wrong`, 'the key [hidden] is wrong'],
    [`Authorization: Bearer ${key}`, 'Authorization: [hidden]'],
    ['Bearer other-token, and more', '[hidden], and more'],
    ['Incorrect API key provided: sk-abc***************wxyz.', 'Incorrect API key provided: [hidden].'],
    ['ms-6f1c0d2e-1111-2222', '[hidden]'],
    ['see data:image/png;base64,iVBORw0KGgo= there', 'see [picture] there'],
    [`raw ${'QUJD'.repeat(60)}==`, 'raw [picture]'],
    ['nothing to hide in api-inference.modelscope.cn', 'nothing to hide in api-inference.modelscope.cn']
  ])('%s', (text, expected) => {
    expect(redact(text, [key])).toBe(expected)
  })

  test('holds no secret in any of its forms', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{8,40}$/), (secret) => {
        const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
        expect(forms.map((form) => redact(`看${form}看`, [secret]))).toEqual(forms.map(() => '看[hidden]看'))
      })
    )
  })

  test('is left alone where there is no secret', () => {
    expect(redact('abc', [undefined, '', 'abc'])).toBe('abc')
  })
})

describe('a cause for the log', () => {
  test('keeps names, messages and codes of the whole chain, cleaned', () => {
    const inner = Object.assign(new Error(`invalid header ${key}`), { code: 'ERR_INVALID_CHAR', secret: key })
    const cause = redactedCause(new TypeError('fetch failed', { cause: inner }), [key])
    expect(cause?.message).toBe('TypeError: fetch failed')
    expect(cause?.cause).toMatchObject({ message: 'Error: invalid header [hidden] (ERR_INVALID_CHAR)' })
    expect(JSON.stringify(cause?.cause)).not.toContain(key)
    expect(String(cause?.stack)).not.toContain(key)
  })

  test('ends, even in circles, and takes whatever was thrown', () => {
    const error = new Error('round')
    error.cause = error
    let length = 0
    for (let each: unknown = redactedCause(error, []); each instanceof Error; each = each.cause) length += 1
    expect(length).toBe(5)
    expect(redactedCause(undefined, [])).toBeUndefined()
    expect(redactedCause(`text ${key}`, [key])?.message).toBe('Thrown: text [hidden]')
    expect(redactedCause(new AggregateError([new Error('one')], 'all'), [])?.cause).toMatchObject({
      message: 'Error: one'
    })
  })
})
