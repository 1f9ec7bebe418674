import type { Platform } from './keys.ts'

/** Combinations that the system keeps for itself: they never arrive, or taking them would lock a person out. Normal forms. */
export const keptBySystem: Readonly<Record<Platform, readonly string[]>> = {
  darwin: [
    ...['Command+Tab', 'Command+Space', 'Command+Q', 'Command+H', 'Command+M', 'Command+`', 'Command+,'],
    ...['Shift+Command+3', 'Shift+Command+4', 'Shift+Command+5', 'Shift+Command+Q', 'Shift+Command+Tab'],
    ...['Alt+Command+Escape', 'Control+Command+Q', 'Control+Command+F', 'Control+Space', 'Control+Up', 'Control+Down'],
    ...['Control+Left', 'Control+Right', 'Control+Command+Space']
  ],
  win32: [
    ...['Control+Alt+Delete', 'Control+Shift+Escape', 'Control+Escape', 'Alt+Tab', 'Alt+Shift+Tab', 'Alt+F4'],
    ...['Alt+Escape', 'Alt+Space', 'Super+L', 'Super+D', 'Super+E', 'Super+R', 'Super+I', 'Super+V', 'Super+Tab'],
    ...['Super+Space', 'Shift+Super+S', 'Super+PrintScreen', 'F12']
  ],
  linux: [
    ...['Alt+Tab', 'Alt+Shift+Tab', 'Alt+F4', 'Alt+F2', 'Control+Alt+Delete', 'Super+L', 'Super+D', 'Super+Tab'],
    ...['Super+Space', 'Control+Alt+T'],
    ...Array.from({ length: 12 }, (_, index) => `Control+Alt+F${index + 1}`)
  ]
}

/** Letters that every program uses with Control, or with Command on a Mac: taking one takes it from all programs. */
const everydayLetters = ['A', 'C', 'F', 'N', 'O', 'P', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z']

/** The everyday combinations of a system, as normal forms. */
export function everydayOn(platform: Platform): string[] {
  const modifier = platform === 'darwin' ? 'Command' : 'Control'
  return everydayLetters.map((letter) => `${modifier}+${letter}`)
}
