import { assertNever, Failure } from '../../failure.ts'
import { type Saying, saying } from '../../saying.ts'
import type { CaptureMode } from '../mode.ts'
import type { Platform } from './keys.ts'

/** What the system answered when a hotkey was to be registered. */
export interface RegistrationFacts {
  readonly mode: CaptureMode
  /** As the person has set it. */
  readonly accelerator: string
  readonly platform: Platform
  /** Whether the session is a Wayland one. */
  readonly isWayland: boolean
  /** `XDG_CURRENT_DESKTOP`, such as `ubuntu:GNOME`; undefined where there is none. */
  readonly desktop: string | undefined
  /** What registering returned. */
  readonly took: boolean
}

/** `unproven`: on Wayland a good answer proves nothing; `advice` says what to do when the keys do nothing. */
export type Registration =
  | { readonly kind: 'works' }
  | { readonly kind: 'unproven'; readonly advice: string; readonly saying: Saying }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** What to tell about a hotkey after registering it. */
export function registrationOf(facts: RegistrationFacts): Registration {
  const isWayland = facts.platform === 'linux' && facts.isWayland
  const way = { command: commands[facts.mode] ?? '', desktop: desktopOf(facts.desktop ?? '') }
  if (facts.took) {
    if (!isWayland) return { kind: 'works' }
    return { kind: 'unproven', advice: waylandAdvice(facts), saying: saying('hotkey.unproven', way) }
  }
  const message = isWayland
    ? 'The desktop did not give Glyphlens its hotkey.'
    : `The hotkey ${facts.accelerator} could not be registered: another program may have it.`
  const advice = isWayland
    ? waylandAdvice(facts)
    : 'Choose another one in the settings, or free it in the other program.'
  const by = isWayland ? saying('hotkey.not-given', way) : saying('hotkey.taken', { keys: facts.accelerator })
  return { kind: 'failed', failure: new Failure('capture-hotkey', message, { advice, saying: by }) }
}

/** Command lines that do what a hotkey does, for the modes that have one. */
const commands: Readonly<Partial<Record<CaptureMode, string>>> = {
  'read-region': 'glyphlens --capture',
  'read-again': 'glyphlens --capture-again'
}

function waylandAdvice({ mode, desktop }: RegistrationFacts): string {
  const command = commands[mode]
  if (command === undefined) return 'If the keys do nothing, use the menu of the tray icon instead.'
  return `If the keys do nothing, bind the command "${command}" to them ${placeOf(desktop ?? '')}.`
}

/** Where each desktop keeps shortcuts of commands. */
function placeOf(desktop: string): string {
  const known = desktopOf(desktop)
  switch (known) {
    case 'gnome':
      return 'in Settings, Keyboard, View and Customise Shortcuts, Custom Shortcuts'
    case 'kde':
      return 'in System Settings, Keyboard, Shortcuts, Add New, Command'
    case 'sway':
    case 'hyprland':
      return `in the configuration file of ${desktop}`
    case '':
      return 'in the keyboard settings of your desktop'
    default:
      return assertNever(known, 'a desktop of no known name')
  }
}

/** The desktop's name as it is known here; empty for all others. */
function desktopOf(names: string): 'gnome' | 'kde' | 'sway' | 'hyprland' | '' {
  const known = ['gnome', 'kde', 'sway', 'hyprland'] as const
  return known.find((name) => names.toLowerCase().includes(name)) ?? ''
}
