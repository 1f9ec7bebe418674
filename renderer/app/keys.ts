/** A shortcut, such as `Mod+Shift+K`, `J`, `?` or `Delete`. `Mod` is Command on a Mac and Control elsewhere. */
export interface Shortcut {
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** As `KeyboardEvent.key` names it, letters in lower case. */
  readonly key: string
}

/** The part of a keyboard event that decides. */
export type KeyStroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

export function parseShortcut(text: string): Shortcut {
  const parts = text.split('+')
  // The last part is empty for the plus key itself.
  const key = parts.at(-1) === '' ? '+' : (parts.at(-1) ?? '')
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: key === 'Space' ? ' ' : key.length === 1 ? key.toLowerCase() : key
  }
}

/** Whether this stroke is that shortcut. Shift is part of how a sign such as `?` is written: it says nothing there. */
export function matches(shortcut: Shortcut, stroke: KeyStroke, isMac: boolean): boolean {
  const [mod, other] = isMac ? [stroke.metaKey, stroke.ctrlKey] : [stroke.ctrlKey, stroke.metaKey]
  if (mod !== shortcut.mod || other || stroke.altKey !== shortcut.alt) return false
  if (isSign(shortcut.key)) return stroke.key === shortcut.key
  return stroke.shiftKey === shortcut.shift && keyOf(stroke) === shortcut.key
}

function isSign(key: string): boolean {
  return key.length === 1 && /[^a-z0-9 ]/.test(key)
}

/** Digits by their place: with Shift, or on a French keyboard, they write something else. */
function keyOf({ key, code }: KeyStroke): string {
  if (/^Digit\d$/.test(code)) return code.slice(-1)
  return key.length === 1 ? key.toLowerCase() : key
}

const macSigns: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Delete: '⌫',
  Backspace: '⌫',
  Escape: 'esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→'
}

const otherSigns: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Delete: 'Del',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→'
}

/** What is written on the keys of a shortcut. */
export function keyCaps(text: string, isMac: boolean): string[] {
  const { mod, shift, alt, key } = parseShortcut(text)
  const held = [...(mod ? ['Mod'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : [])]
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  const signs = isMac ? macSigns : otherSigns
  return [...held, name].map((part) => signs[part] ?? part)
}

/** Whether keys write text where the focus is. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range', 'submit'].includes(target.type)
}
