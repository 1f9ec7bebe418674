import { expect, test } from 'vitest'
import { acceleratorOf, normalAccelerator } from './accelerator.ts'

test.each([
  ['CommandOrControl+Shift+1', 'control+shift+1'],
  ['Shift+CmdOrCtrl+1', 'control+shift+1'],
  ['Alt+Esc', 'alt+escape'],
  ['Super+Plus', 'meta++'],
  ['F11', 'f11']
])('%s', (accelerator, keys) => {
  expect(normalAccelerator(accelerator)).toBe(keys)
})

test.each([
  [{ key: '!', code: 'Digit1', control: true, shift: true }, 'control+shift+1'],
  [{ key: 'K', code: 'KeyK', control: true, shift: true }, 'control+shift+k'],
  [{ key: 'F11', code: 'F11', control: false, shift: false }, 'f11']
])('what was pressed is spelled alike: %j', (pressed, keys) => {
  expect(acceleratorOf({ ...pressed, alt: false, meta: false })).toBe(keys)
})
