import type { Screen, Display as SystemDisplay, SystemPreferences } from 'electron'
import type { ScreenFacts } from '../../capture/flow/event.ts'
import type { Display, Turn } from '../../capture/geometry/display.ts'
import type { NativeDisplay } from '../../capture/geometry/native.ts'

export interface FactsPorts {
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getCursorScreenPoint'>
  readonly systemPreferences: Pick<SystemPreferences, 'getMediaAccessStatus'>
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Every display as the flow of a capture takes it. */
export function displaysOf(screen: Pick<Screen, 'getAllDisplays'>): Display[] {
  return screen.getAllDisplays().map(displayOf)
}

/** What the system says of screens and cursor at this moment. */
export function screenFacts({ screen, systemPreferences, platform, environment }: FactsPorts) {
  const facts: Omit<ScreenFacts, 'windows'> = {
    displays: displaysOf(screen),
    cursor: screen.getCursorScreenPoint(),
    // Asking does not open a dialog; the first capture does.
    access: platform === 'darwin' ? systemPreferences.getMediaAccessStatus('screen') : 'granted',
    portal: hasPortal(platform, environment)
  }
  return facts
}

/** Displays, and where each begins among the pixels of all: Windows and X11 count them so. */
export function nativeDisplaysOf(screen: Pick<Screen, 'getAllDisplays' | 'dipToScreenPoint'>): NativeDisplay[] {
  return displaysOf(screen).map((display) => {
    const { x, y } = display.bounds
    return { display, origin: screen.dipToScreenPoint({ x, y }) }
  })
}

/** Whether the desktop asks the person before each capture: by the same signs by which Chromium decides it. */
export function hasPortal(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>
): boolean {
  const { XDG_SESSION_TYPE: session, WAYLAND_DISPLAY: display } = environment
  return platform === 'linux' && session === 'wayland' && display !== undefined && display !== ''
}

function displayOf({ id, bounds, scaleFactor, rotation }: SystemDisplay): Display {
  const { x, y, width, height } = bounds
  return { id, bounds: { x, y, width, height }, scale: scaleFactor, rotation: turnOf(rotation) }
}

function turnOf(rotation: number): Turn {
  return rotation === 90 || rotation === 180 || rotation === 270 ? rotation : 0
}
