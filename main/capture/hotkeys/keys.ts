/** The systems that the app runs on, by the names that Node has for them. */
export type Platform = 'darwin' | 'win32' | 'linux'

/** In the order in which a normal form names them. `Super` is the Windows key, `Command` the one of a Mac. */
export const modifiers = ['Control', 'Alt', 'AltGr', 'Shift', 'Super', 'Command'] as const
export type Modifier = (typeof modifiers)[number]

/**
 * The modifier that a name in an accelerator stands for, in any case; `elsewhere` when only another system has it.
 * Electron's documentation of accelerators says which.
 */
export function modifierOf(name: string, platform: Platform): Modifier | 'elsewhere' | undefined {
  const onMac = platform === 'darwin'
  switch (name.toLowerCase()) {
    case 'control':
    case 'ctrl':
      return 'Control'
    case 'commandorcontrol':
    case 'cmdorctrl':
      return onMac ? 'Command' : 'Control'
    case 'command':
    case 'cmd':
      return onMac ? 'Command' : 'elsewhere'
    case 'alt':
      return 'Alt'
    case 'option':
      return onMac ? 'Alt' : 'elsewhere'
    case 'altgr':
      return 'AltGr'
    case 'shift':
      return 'Shift'
    case 'super':
    case 'meta':
      return onMac ? 'Command' : 'Super'
    default:
      return undefined
  }
}

/** What an American keyboard has on its keys, without and with Shift: Electron reads accelerators by it. */
const plainCharacters = "0123456789`-=[]\\;',./"
const shiftedCharacters = ')!@#$%^&*(~_+{}|:"<>?'

const namedKeys = [
  'Space Tab Capslock Numlock Scrolllock Backspace Delete Insert Return Escape PrintScreen',
  'Up Down Left Right Home End PageUp PageDown',
  'VolumeUp VolumeDown VolumeMute MediaNextTrack MediaPreviousTrack MediaStop MediaPlayPause',
  'num0 num1 num2 num3 num4 num5 num6 num7 num8 num9 numdec numadd numsub nummult numdiv'
].flatMap((names) => names.split(' '))

/** A key, and whether its name says that Shift is held. */
export interface NamedKey {
  /** As a normal form writes it. */
  readonly key: string
  readonly withShift: boolean
}

/** The key that a name in an accelerator stands for, in any case; undefined when there is none. */
export function keyOf(name: string): NamedKey | undefined {
  const lower = name.toLowerCase()
  if (lower === 'plus') return { key: '=', withShift: true }
  if (lower === 'enter') return plain('Return')
  if (lower === 'esc') return plain('Escape')
  if (/^[a-z]$/.test(lower) || isFunctionKey(lower.toUpperCase())) return plain(lower.toUpperCase())
  if (lower.length === 1) return characterKey(lower)
  const named = namedKeys.find((key) => key.toLowerCase() === lower)
  return named === undefined ? undefined : plain(named)
}

/** F1 to F24, as a normal form writes them. */
export function isFunctionKey(key: string): boolean {
  return /^F([1-9]|1\d|2[0-4])$/.test(key)
}

/** Whether the key writes a character, as a normal form writes it. */
export function writes(key: string): boolean {
  return key.length === 1 || key === 'Space' || key.startsWith('num')
}

function characterKey(character: string): NamedKey | undefined {
  if (plainCharacters.includes(character)) return plain(character)
  const key = plainCharacters[shiftedCharacters.indexOf(character)]
  return key === undefined ? undefined : { key, withShift: true }
}

function plain(key: string): NamedKey {
  return { key, withShift: false }
}
