import { describe, expect, test } from 'vitest'
import { decideRedirect, RedirectError } from '../../../main/packs/redirects.ts'

describe('decideRedirect', () => {
  test.each([
    ['https://a.example/x', 'https://cdn.example/y', 'https://cdn.example/y'],
    ['https://a.example/x/y', '../z?q=1', 'https://a.example/z?q=1'],
    ['http://127.0.0.1:1/x', 'http://localhost:2/y', 'http://localhost:2/y'],
    ['http://127.0.0.1:1/x', 'https://a.example/y', 'https://a.example/y']
  ])('%s to %s', (from, location, expected) => {
    expect(decideRedirect(from, location)).toBe(expected)
  })

  test.each([
    ['https://a.example/x', 'http://a.example/y'],
    ['https://a.example/x', 'http://127.0.0.1/y'],
    ['http://127.0.0.1/x', 'http://a.example/y'],
    ['http://127.0.0.1/x', 'http://127.0.0.1.a.example/y'],
    ['https://a.example/x', 'file:///etc/passwd'],
    ['https://a.example/x', 'data:text/plain,x'],
    ['https://a.example/x', 'https://user:word@a.example/y'],
    ['https://a.example/x', 'https://[']
  ])('refuses %s to %s', (from, location) => {
    expect(() => decideRedirect(from, location)).toThrow(RedirectError)
  })
})
