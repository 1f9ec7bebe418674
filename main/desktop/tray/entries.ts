import type { MenuItemConstructorOptions } from 'electron'
import type { CaptureMode } from '../../capture/mode.ts'
import type { Words } from '../words/words.ts'

/** What the tray has to say. */
export interface TrayFacts {
  readonly words: Words
  /** As registered, to be shown; a mode without one has no key in the menu. */
  readonly hotkeys: Readonly<Partial<Record<CaptureMode, string>>>
  /** The latest captures, the latest first. */
  readonly recent: readonly RecentCapture[]
  /** Whether what was on the clipboard before the last capture can be put back. */
  readonly canUndo: boolean
  readonly isPaused: boolean
  /** Pictures that wait for their turn or are being read. */
  readonly waiting: number
}

export interface RecentCapture {
  readonly entry: number
  /** The beginning of its text; may be empty. */
  readonly text: string
}

/** What a choice in the tray does. */
export interface TrayActions {
  readonly capture: (mode: CaptureMode) => void
  /** Shows the window, at an entry of the library. */
  readonly show: (entry?: number) => void
  readonly undo: () => void
  readonly settings: () => void
  readonly pause: (paused: boolean) => void
  readonly quit: () => void
}

/** Letters of a menu entry. */
const longest = 48

/** The tray's menu. */
export function trayEntries(facts: TrayFacts, act: TrayActions): MenuItemConstructorOptions[] {
  const { words, isPaused } = facts
  return [
    ...captureEntries(facts, act.capture),
    { type: 'separator' },
    { label: words.tray.recent, submenu: recentEntries(facts, act) },
    ...(facts.canUndo ? [{ label: words.tray.undo, click: () => act.undo() }] : []),
    { label: words.tray.open, click: () => act.show() },
    { label: isPaused ? words.tray.resume : words.tray.pause, click: () => act.pause(!isPaused) },
    { label: words.tray.settings, click: () => act.settings() },
    { type: 'separator' },
    { label: words.tray.quit, click: () => act.quit() }
  ]
}

/** One entry for each way to capture, with its hotkey for those who look it up. */
export function captureEntries(
  { words, hotkeys }: Pick<TrayFacts, 'words' | 'hotkeys'>,
  capture: (mode: CaptureMode) => void
): MenuItemConstructorOptions[] {
  const labels: Record<CaptureMode, string> = {
    'read-region': words.capture.readRegion,
    'ask-region': words.capture.askRegion,
    'read-again': words.capture.readAgain,
    'read-screen': words.capture.readScreen,
    'read-window': words.capture.readWindow
  }
  return Object.entries(labels).map(([name, label]) => {
    const mode = name as CaptureMode
    const accelerator = hotkeys[mode]
    return {
      label,
      click: () => capture(mode),
      // Shown only: the hotkey itself is registered with the system.
      ...(accelerator && { accelerator, registerAccelerator: false })
    }
  })
}

function recentEntries({ words, recent }: TrayFacts, act: TrayActions): MenuItemConstructorOptions[] {
  if (recent.length === 0) return [{ label: words.tray.noRecent, enabled: false }]
  return recent.map(({ entry, text }) => ({
    label: labelOf(text) || words.tray.withoutText,
    click: () => act.show(entry)
  }))
}

/** One line that a menu shows as it is: an ampersand would underline a letter. */
function labelOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const letters = Array.from(new Intl.Segmenter().segment(line.slice(0, longest * 20)), ({ segment }) => segment)
  const cut = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('')
  return cut.replaceAll('&', '&&')
}
