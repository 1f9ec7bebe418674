import type { Platform } from './keys.ts'

/** Combinations that the system keeps for itself: they never arrive, or taking them would lock a person out. Normal forms. */
export const keptBySystem: Readonly<Record<Platform, readonly string[]>> = {
  darwin: [
    'Command+Tab Command+Space Command+Q Command+H Command+M Command+` Command+, Alt+Command+Escape',
    'Shift+Command+3 Shift+Command+4 Shift+Command+5 Shift+Command+Q Shift+Command+Tab',
    'Control+Command+Q Control+Command+F Control+Command+Space',
    'Control+Space Control+Up Control+Down Control+Left Control+Right'
  ].flatMap(words),
  // F12 belongs to the debugger: Windows' documentation of RegisterHotKey.
  win32: [
    'Control+Alt+Delete Control+Shift+Escape Control+Escape',
    'Alt+Tab Alt+Shift+Tab Alt+F4 Alt+Escape Alt+Space F12',
    'Super+L Super+D Super+E Super+R Super+I Super+V Super+Tab Super+Space Shift+Super+S Super+PrintScreen'
  ].flatMap(words),
  linux: [
    'Alt+Tab Alt+Shift+Tab Alt+F2 Alt+F4 Super+L Super+D Super+Tab Super+Space Control+Alt+Delete Control+Alt+T',
    'Control+Alt+F1 Control+Alt+F2 Control+Alt+F3 Control+Alt+F4 Control+Alt+F5 Control+Alt+F6',
    'Control+Alt+F7 Control+Alt+F8 Control+Alt+F9 Control+Alt+F10 Control+Alt+F11 Control+Alt+F12'
  ].flatMap(words)
}

/** Letters that every program uses with Control, or with Command on a Mac: taking one takes it from all programs. */
const everydayLetters = words('A C F N O P S T V W X Y Z')

/** The everyday combinations of a system, as normal forms. */
export function everydayOn(platform: Platform): string[] {
  const modifier = platform === 'darwin' ? 'Command' : 'Control'
  return everydayLetters.map((letter) => `${modifier}+${letter}`)
}

function words(text: string): string[] {
  return text.split(' ')
}
