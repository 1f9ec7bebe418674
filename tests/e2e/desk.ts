import type { Page } from 'playwright'
import type {
  Bounds,
  ClipboardContent,
  Deed,
  DialogAnswer,
  Keyring,
  MainSide,
  MenuFacts,
  StagedDisplay,
  Staging,
  TrayFacts
} from './fake-electron/protocol.ts'

/** How an app is started. */
export interface Launch {
  /** Arguments as a person gives them. */
  readonly argv?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly staging?: Partial<Staging>
}

export type WindowKind = 'main' | 'overlay' | 'panel'

export interface Notified {
  readonly title: string
  readonly body: string
  readonly actions: readonly string[]
  /** A click on it, on one of its actions by number, or its end. */
  answer(what: 'click' | 'close' | number): Promise<void>
}

/** The running app and everything around it that a person would touch. */
export interface Desk {
  /** What the windows are played by. */
  readonly kind: 'electron' | 'chromium'
  /** GLYPHLENS_HOME of this app; only a test knows it. */
  readonly home: string
  /** The page of the main window. */
  readonly page: Page
  /** Waits for a window of this kind; with several, for the first. */
  window(kind: WindowKind): Promise<Page>
  /** Waits until so many windows of this kind are shown, in the order in which they were made. */
  windows(kind: WindowKind, count: number): Promise<readonly Page[]>
  /** Waits until no window of this kind is shown. */
  hidden(kind: WindowKind): Promise<void>
  /** Drops files and folders as the system does: through the browser's input, with real paths. */
  dropFiles(selector: string, paths: readonly string[]): Promise<void>
  /** Pastes what is on the clipboard, as Ctrl+V. */
  paste(): Promise<void>
  /** Text on the clipboard; empty when there is none. */
  clipboardText(): Promise<string>
  clipboard(): Promise<ClipboardContent>
  /** Puts something there, as another program would. */
  copy(content: Readonly<Record<string, Uint8Array | string>>): Promise<void>
  /** False when the app has not registered these keys. */
  pressHotkey(accelerator: string): Promise<boolean>
  hotkeys(): Promise<readonly string[]>
  notifications(): Promise<readonly Notified[]>
  trayMenu(): Promise<TrayFacts | undefined>
  menu(): Promise<readonly MenuFacts[]>
  contextMenu(): Promise<readonly MenuFacts[]>
  choose(where: 'menu' | 'tray' | 'popup', ...labels: readonly string[]): Promise<void>
  /** Answers of the person to the next dialogs of the system, in order; without one they cancel. */
  answerDialogs(...answers: readonly DialogAnswer[]): Promise<void>
  /** Everything that only shows outside of the windows. */
  deeds<K extends Deed['kind']>(kind: K): Promise<readonly Extract<Deed, { readonly kind: K }>[]>
  emit(what: Parameters<MainSide['emit']>[0]): Promise<void>
  display(displays: readonly StagedDisplay[]): Promise<void>
  pointAt(point: { readonly x: number; readonly y: number }): Promise<void>
  systemTheme(isDark: boolean, isHighContrast?: boolean): Promise<void>
  keyring(keyring: Keyring): Promise<void>
  openFile(path: string): Promise<void>
  /** Starts the app once more beside the running one, and waits until that start has ended. */
  secondInstance(...argv: readonly string[]): Promise<void>
  /** Closes a window by its button. */
  closeWindow(kind: WindowKind): Promise<void>
  /** Moves and resizes the main window, as a person would. */
  moveWindow(bounds: Bounds): Promise<void>
  /** The page of the main window crashes. */
  crash(): Promise<void>
  /** Ends main without a warning. */
  kill(): Promise<void>
  /** Quits in an orderly way; main has to end by itself, and well. */
  quit(): Promise<void>
  /** Starts again on the same home, after `kill` or `quit`. */
  restart(launch?: Launch): Promise<void>
  /** What main printed since the first start. */
  output(): string
  readonly pid: number
  /** Everything that main has sent to pages, as JSON. */
  readonly traffic: readonly string[]
  /** Resolves when the main process that runs now has ended, however. */
  readonly ended: Promise<unknown>
  /** What went wrong so far. Whatever is left of it at the end fails the test. */
  readonly trouble: { readonly errors: string[]; readonly stray: string[] }
  /** For the fixture: ends everything. */
  end(): Promise<void>
}
