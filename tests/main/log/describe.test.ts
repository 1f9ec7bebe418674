import { describe, expect, test } from 'vitest'
import { Failure } from '../../../main/failure.ts'
import { describe as describeThrown } from '../../../main/log/describe.ts'

describe('what the log says of an error', () => {
  test('names, codes and messages of it and its causes, and where in the code', () => {
    const cause = Object.assign(new TypeError('no such file'), { code: 'ENOENT' })
    const text = describeThrown(new Failure('disk', 'The disk cannot be written.', { cause }))
    expect(text).toMatch(
      /^Failure \(disk\): The disk cannot be written\.\ncaused by TypeError \(ENOENT\): no such file\n\s+at /
    )
  })

  test.each([
    ['a key in a message', new Error('refused: Bearer sk-0123456789abcdef0123')],
    ['a picture in a message', new Error(`cannot send data:image/png;base64,${'c4n4ry'.repeat(40)}`)],
    ['what a parser quotes', quoted()],
    ['what was thrown without being an error', 'c4n4ry'],
    ['fields of an error', Object.assign(new Error('x'), { body: 'c4n4ry', key: 'sk-0123456789abcdef0123' })],
    ['a secret further down', new Error('outer', { cause: new Error('sk-0123456789abcdef0123') })]
  ])('not %s', (_what, thrown) => {
    expect(describeThrown(thrown)).not.toMatch(/c4n4ry|sk-0123/)
  })

  test('a long message is cut, a chain without end ends', () => {
    const endless = new Error('again and again')
    endless.cause = endless
    expect(describeThrown(endless).split('caused by')).toHaveLength(5)
    expect(describeThrown(new Error('x '.repeat(10_000))).split('\n')[0]).toHaveLength('Error: '.length + 300)
  })
})

function quoted(): unknown {
  try {
    return JSON.parse('{"text": c4n4ry}')
  } catch (thrown) {
    return thrown
  }
}
