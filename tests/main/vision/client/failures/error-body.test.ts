import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findError, tellsError } from '../../../../../main/vision/client/failures/error-body.ts'

describe('an error in a body', () => {
  test.each<[unknown, object]>([
    [{ error: { message: 'm', code: 'c', type: 't' } }, { message: 'm', code: 'c', type: 't' }],
    [
      { error: 'm', code: 'c' },
      { message: 'm', code: 'c' }
    ],
    [{ errors: { message: 'm' } }, { message: 'm' }],
    [{ errors: [{ message: 'm' }] }, { message: 'm' }],
    [[{ error: { message: 'm', code: 400 } }], { message: 'm', code: '400', status: 400 }],
    [{ detail: 'm' }, { message: 'm' }],
    [{ detail: [{ msg: 'm' }] }, { message: 'm' }],
    [
      { code: 20012, message: 'm', data: null },
      { message: 'm', code: '20012', status: undefined }
    ],
    [{ error: { message: 'm', metadata: { raw: 'r' } } }, { message: 'm: r' }],
    [{ error: { code: 'only' } }, { message: '', code: 'only' }],
    ['m', { message: 'm' }]
  ])('%j', (body, facts) => {
    expect(findError(body)).toMatchObject(facts)
  })

  test.each([null, 7, '', [], {}, { error: null }, { errors: [] }, { error: {} }, { choices: [], message: 'm' }])(
    'is not in %j',
    (body) => {
      expect(findError(body)).toBeUndefined()
      expect(tellsError(body)).toBe(false)
    }
  )

  test('in the middle of an answer needs more than words', () => {
    expect(tellsError({ type: 'ping', message: 'still here' })).toBe(false)
    expect(tellsError({ code: 500, message: 'died' })).toBe(true)
    expect(tellsError({ choices: [], error: { message: 'died' } })).toBe(true)
  })

  test('is looked for in whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(typeof (findError(body)?.message ?? '')).toBe('string')
        expect(typeof tellsError(body)).toBe('boolean')
      })
    )
  })
})
