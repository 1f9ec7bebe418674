import { isFunctionKey, type Platform, writes } from './keys.ts'
import { type Hotkey, writeHotkey } from './parse.ts'
import { everydayOn, keptBySystem } from './reserved.ts'

/**
 * What a hotkey would do to the person's other keys. `refused`: it would never arrive (`system`), stop ordinary typing (`typing`),
 * or take away what all programs use (`everyday`). `doubtful`: it writes a character on some keyboards (`character`).
 */
export type HotkeyVerdict =
  | { readonly kind: 'good' }
  | { readonly kind: 'refused'; readonly reason: 'system' | 'typing' | 'everyday' }
  | { readonly kind: 'doubtful'; readonly reason: 'character' }

/** Judges a combination before anything is registered. */
export function judgeHotkey(hotkey: Hotkey, platform: Platform): HotkeyVerdict {
  const accelerator = writeHotkey(hotkey)
  if (keptBySystem[platform].includes(accelerator)) return { kind: 'refused', reason: 'system' }
  if (stopsTyping(hotkey)) return { kind: 'refused', reason: 'typing' }
  if (everydayOn(platform).includes(accelerator)) return { kind: 'refused', reason: 'everyday' }
  return writesCharacter(hotkey, platform) ? { kind: 'doubtful', reason: 'character' } : { kind: 'good' }
}

/** With nothing but Shift held, only keys that no text needs may be taken. */
function stopsTyping({ modifiers, key }: Hotkey): boolean {
  const isFree = isFunctionKey(key) || key === 'PrintScreen' || key.startsWith('Media') || key.startsWith('Volume')
  return !isFree && modifiers.every((modifier) => modifier === 'Shift')
}

/** Option on a Mac and AltGr elsewhere write further characters; on Windows, Control and Alt together are AltGr. */
function writesCharacter({ modifiers, key }: Hotkey, platform: Platform): boolean {
  if (!writes(key)) return false
  const held = new Set(modifiers)
  if (held.has('Command') || held.has('Super')) return false
  if (platform === 'darwin') return held.has('Alt') && !held.has('Control')
  return held.has('AltGr') || (platform === 'win32' && held.has('Control') && held.has('Alt'))
}
