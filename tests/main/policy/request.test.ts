import { expect, test } from 'vitest'
import { decideRequest } from '../../../main/policy/request.ts'
import { foreignAddresses } from './hostile.ts'

test.each([
  'app://glyphlens/index.html',
  'app://glyphlens/assets/index-Bx12.js',
  `app://glyphlens/thumbnail/${'0'.repeat(64)}`,
  'blob:app://glyphlens/5f0c1f0e-8a55-4a0c-9c28-3d8b0a6a1f3e',
  'devtools://devtools/bundled/inspector.html'
])('the window may ask for %s', (url) => {
  expect(decideRequest(url)).toBe('allow')
})

test.each([
  ...foreignAddresses,
  'https://evil.example/?stolen',
  'wss://evil.example/',
  'ws://localhost/',
  'http://[::1]:11434/',
  'stun:evil.example',
  'blob:null/5f0c1f0e',
  'blob:https://evil.example/5f0c1f0e',
  'blob:app://glyphlens@evil.example/5f0c1f0e',
  'blob:app:glyphlens/5f0c1f0e',
  'blob:blob:app://glyphlens/5f0c1f0e',
  'blob:',
  'xdevtools://devtools/'
])('the window may not ask for %j', (url) => {
  expect(decideRequest(url)).toBe('deny')
})
