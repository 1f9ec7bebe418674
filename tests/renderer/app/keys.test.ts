// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { isTyping, type KeyStroke, keyCaps, matches, parseShortcut } from '../../../renderer/app/keys.ts'

const stroke = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held
})

describe('matches', () => {
  it.each([
    ['Mod+K', stroke('k', { ctrlKey: true }), false, true],
    ['Mod+K', stroke('k', { metaKey: true }), true, true],
    ['Mod+K', stroke('k', { metaKey: true }), false, false],
    ['Mod+K', stroke('k', { ctrlKey: true }), true, false],
    ['Mod+K', stroke('k', { ctrlKey: true, metaKey: true }), false, false],
    ['Mod+K', stroke('K', { ctrlKey: true, shiftKey: true }), false, false],
    ['Mod+K', stroke('k'), false, false],
    ['Mod+Shift+O', stroke('O', { ctrlKey: true, shiftKey: true }), false, true],
    ['Mod+Shift+O', stroke('o', { ctrlKey: true }), false, false],
    ['J', stroke('j'), false, true],
    // Caps lock writes a large letter without Shift.
    ['J', stroke('J'), false, true],
    ['J', stroke('j', { altKey: true }), false, false],
    // On many keyboards a question mark needs Shift, on some it does not.
    ['?', stroke('?', { shiftKey: true }), false, true],
    ['?', stroke('?'), false, true],
    ['/', stroke('/', { shiftKey: true, code: 'Digit7' }), false, true],
    ['Mod+,', stroke(',', { ctrlKey: true }), false, true],
    ['Mod+1', stroke('&', { ctrlKey: true, code: 'Digit1' }), false, true],
    ['Mod+1', stroke('1', { ctrlKey: true, code: 'Digit1' }), false, true],
    ['Delete', stroke('Delete'), false, true],
    ['Mod+Alt+ArrowUp', stroke('ArrowUp', { ctrlKey: true, altKey: true }), false, true],
    ['Space', stroke(' ', { code: 'Space' }), false, true],
    ['Mod++', stroke('+', { ctrlKey: true, shiftKey: true }), false, true]
  ])('%s by %o (Mac: %s): %s', (shortcut, keys, isMac, expected) => {
    expect(matches(parseShortcut(shortcut), keys, isMac)).toBe(expected)
  })
})

describe('keyCaps', () => {
  it.each([
    ['Mod+Shift+C', false, ['Ctrl', 'Shift', 'C']],
    ['Mod+Shift+C', true, ['⌘', '⇧', 'C']],
    ['Mod+Alt+ArrowUp', true, ['⌘', '⌥', '↑']],
    ['Delete', false, ['Del']],
    ['Delete', true, ['⌫']],
    ['?', false, ['?']],
    ['Mod++', false, ['Ctrl', '+']],
    ['Space', false, ['Space']]
  ])('%s (Mac: %s)', (shortcut, isMac, caps) => {
    expect(keyCaps(shortcut, isMac)).toEqual(caps)
  })
})

describe('isTyping', () => {
  it.each([
    ['<input>', true],
    ['<input type="search">', true],
    ['<textarea></textarea>', true],
    ['<select></select>', true],
    ['<input type="checkbox">', false],
    ['<input type="range">', false],
    ['<button></button>', false],
    ['<div></div>', false]
  ])('%s: %s', (html, expected) => {
    document.body.innerHTML = html
    expect(isTyping(document.body.firstElementChild)).toBe(expected)
  })

  it('says no for what is no element', () => {
    expect(isTyping(window)).toBe(false)
    expect(isTyping(null)).toBe(false)
  })
})
