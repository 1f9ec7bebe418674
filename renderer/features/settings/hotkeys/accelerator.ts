/** The part of a keyboard event that an accelerator is made of. */
export type HeldKeys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>

/** Keys by their place, as an American keyboard has them: that is how Electron reads accelerators. */
const byPlace: Readonly<Record<string, string>> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Space: 'Space',
  Tab: 'Tab',
  Enter: 'Return',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  NumpadDecimal: 'numdec',
  NumpadAdd: 'numadd',
  NumpadSubtract: 'numsub',
  NumpadMultiply: 'nummult',
  NumpadDivide: 'numdiv'
}

/** Keys whose code is their name. */
const asNamed = /^(F([1-9]|1\d|2[0-4])|Home|End|PageUp|PageDown|Insert|Delete|PrintScreen)$/

/** Modifiers held down, as accelerators write them. */
export function heldModifiers(held: HeldKeys, isMac: boolean): string[] {
  return [
    ...(held.ctrlKey ? ['Control'] : []),
    ...(held.altKey ? ['Alt'] : []),
    ...(held.shiftKey ? ['Shift'] : []),
    ...(held.metaKey ? [isMac ? 'Command' : 'Super'] : [])
  ]
}

/** The accelerator of what is held, such as `Control+Shift+1`; undefined while only modifiers are, or the key has no name. */
export function acceleratorOf(held: HeldKeys, isMac: boolean): string | undefined {
  const key = keyName(held)
  return key === undefined ? undefined : [...heldModifiers(held, isMac), key].join('+')
}

function keyName({ key, code }: HeldKeys): string | undefined {
  // Letters by what they write: on a French keyboard A stands where others have Q. Latin ones only.
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  if (/^Key[A-Z]$/.test(code)) return code.slice(3)
  if (/^Digit\d$/.test(code)) return code.slice(5)
  if (/^Numpad\d$/.test(code)) return `num${code.slice(6)}`
  return asNamed.test(code) ? code : byPlace[code]
}

const macSigns: Readonly<Record<string, string>> = {
  Command: '⌘',
  CommandOrControl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Control: '⌃'
}
const otherSigns: Readonly<Record<string, string>> = { CommandOrControl: 'Ctrl', Control: 'Ctrl', Super: 'Super' }

/** What is written on the keys of an accelerator. */
export function acceleratorCaps(accelerator: string, isMac: boolean): string[] {
  const signs = isMac ? macSigns : otherSigns
  return accelerator === '' ? [] : accelerator.split('+').map((part) => signs[part] ?? part)
}
