import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../main/policy/content-security-policy.ts'

const nonce = randomBytes(16).toString('base64')
const directives = new Map(
  contentSecurityPolicy(nonce)
    .split('; ')
    .map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources] as const
    })
)

test('every directive', () => {
  expect(Object.fromEntries(directives)).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'img-src': ["'self'", 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"]
  })
})

test('nothing unsafe, no host, no wildcard', () => {
  expect([...directives.values()].flat().join(' ')).not.toMatch(/unsafe|\*|\/\/|https?:|data:/)
})

test.each(['', 'short', `${nonce}'; script-src *`, `${nonce} 'unsafe-inline'`, `${nonce};`, `${nonce}\n`, `${nonce}'`])(
  'a nonce %j is refused',
  (bad) => {
    expect(() => contentSecurityPolicy(bad)).toThrow(TypeError)
  }
)
