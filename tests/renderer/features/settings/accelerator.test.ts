import { describe, expect, it } from 'vitest'
import { parseHotkey } from '../../../../main/capture/hotkeys/parse.ts'
import {
  acceleratorCaps,
  acceleratorOf,
  type HeldKeys,
  heldModifiers
} from '../../../../renderer/features/settings/hotkeys/accelerator.ts'

const held = (key: string, code: string, more: Partial<HeldKeys> = {}): HeldKeys => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more
})

const ctrlShift = { ctrlKey: true, shiftKey: true }

describe('acceleratorOf', () => {
  it.each([
    ['Control+Shift+1', held('!', 'Digit1', ctrlShift)],
    ['Control+Shift+A', held('A', 'KeyA', ctrlShift)],
    // A French keyboard writes A where others have Q.
    ['Control+Shift+A', held('A', 'KeyQ', ctrlShift)],
    // A Russian keyboard writes no Latin letter: the place says which.
    ['Control+Shift+A', held('Ф', 'KeyA', ctrlShift)],
    ['Alt+F9', held('F9', 'F9', { altKey: true })],
    ['Control+num5', held('5', 'Numpad5', { ctrlKey: true })],
    ['Control+numadd', held('+', 'NumpadAdd', { ctrlKey: true })],
    ['Super+PrintScreen', held('PrintScreen', 'PrintScreen', { metaKey: true })],
    ['Control+Return', held('Enter', 'Enter', { ctrlKey: true })],
    ['Control+Left', held('ArrowLeft', 'ArrowLeft', { ctrlKey: true })],
    ['Control+`', held('`', 'Backquote', { ctrlKey: true })],
    ['Control+Space', held(' ', 'Space', { ctrlKey: true })],
    ['F5', held('F5', 'F5')]
  ])('%s, which main understands', (expected, keys) => {
    const accelerator = acceleratorOf(keys, false)
    expect(accelerator).toBe(expected)
    expect(parseHotkey(accelerator ?? '', 'linux').ok).toBe(true)
  })

  it('has Command on a Mac', () => {
    const accelerator = acceleratorOf(held('1', 'Digit1', { metaKey: true, shiftKey: true }), true)
    expect(accelerator).toBe('Shift+Command+1')
    expect(parseHotkey(accelerator ?? '', 'darwin').ok).toBe(true)
  })

  it.each([
    ['only modifiers', held('Shift', 'ShiftLeft', ctrlShift)],
    ['a key without a name', held('Unidentified', 'Lang1', { ctrlKey: true })],
    ['a dead key', held('Process', '', { ctrlKey: true })]
  ])('is nothing for %s', (_, keys) => {
    expect(acceleratorOf(keys, false)).toBeUndefined()
  })
})

it('names what is held while nothing else is', () => {
  expect(heldModifiers(held('Alt', 'AltLeft', { ctrlKey: true, altKey: true }), false)).toEqual(['Control', 'Alt'])
})

it.each([
  ['CommandOrControl+Shift+1', false, ['Ctrl', 'Shift', '1']],
  ['CommandOrControl+Shift+1', true, ['⌘', '⇧', '1']],
  ['', false, []]
])('shows %s (Mac: %s)', (accelerator, isMac, caps) => {
  expect(acceleratorCaps(accelerator, isMac)).toEqual(caps)
})
