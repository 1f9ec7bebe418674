import type { Pixels } from './png.ts'

/** A rectangle in DIP. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A display as the test describes it. */
export interface StagedDisplay {
  readonly id: number
  /** In DIP. */
  readonly bounds: Bounds
  readonly scaleFactor?: number
  readonly rotation?: 0 | 90 | 180 | 270
  /** Picture file that shows what is on it; else the part of the X display named by DISPLAY that it covers. */
  readonly picture?: string
  /** Where it begins on that X display, in pixels. Default: 0, 0. */
  readonly onX?: { readonly x: number; readonly y: number }
  /** What desktopCapturer says about it: nothing at all, a black picture, or no such display. */
  readonly fault?: 'black' | 'absent'
}

/** How safeStorage behaves; `denied` as a keychain whose owner said no, `unavailable` as a system without one. */
export type Keyring = 'keyring' | 'basic_text' | 'denied' | 'unavailable' | 'other-key'

/** What the main process finds when it starts: one JSON object in the environment variable FAKE_ELECTRON. */
export interface Staging {
  /** Folder for what Electron itself would keep. */
  readonly home: string
  readonly displays?: readonly StagedDisplay[]
  /** The X display that is captured, such as `:99`. */
  readonly x?: string
  readonly keyring?: Keyring
  /** Accelerators that another program has. */
  readonly taken?: readonly string[]
  readonly locale?: string
  readonly isDark?: boolean
  readonly isHighContrast?: boolean
  /** A second start beside a running one. */
  readonly isSecond?: boolean
  readonly isPackaged?: boolean
  readonly isOffline?: boolean
  readonly isOnBattery?: boolean
}

/** A window as main made it. */
export interface WindowFacts {
  readonly id: number
  readonly partition: string
  readonly preload: string
  readonly bounds: Bounds
  readonly isShown: boolean
  readonly isFrameless: boolean
  readonly title: string
}

export interface PageRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  /** As webRequest names them. */
  readonly kind:
    | 'mainFrame'
    | 'subFrame'
    | 'stylesheet'
    | 'script'
    | 'image'
    | 'font'
    | 'xhr'
    | 'ping'
    | 'media'
    | 'other'
}

/** The answer to a request of a page: `refused` by a handler of webRequest, `stray` when nobody has such a scheme. */
export type PageAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'stray' }

/** What a page has been asked from: the top frame, unless `isTop` is false. */
export interface FrameFacts {
  readonly url: string
  readonly isTop: boolean
}

/** What a person's right click hit. */
export interface ContextFacts {
  readonly x: number
  readonly y: number
  readonly selectionText: string
  readonly isEditable: boolean
  readonly linkURL: string
  readonly srcURL: string
  readonly mediaType: 'none' | 'image'
}

export interface KeyFacts {
  readonly key: string
  readonly code: string
  readonly control: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly meta: boolean
}

/** A payload of the clipboard; text is UTF-8. */
export type ClipboardContent = Readonly<Record<string, Uint8Array>>

/** Things main did that nobody but a test sees, in order. */
export type Deed =
  | { readonly kind: 'opened'; readonly how: 'link' | 'path' | 'folder'; readonly what: string }
  | {
      readonly kind: 'notified'
      readonly id: number
      readonly title: string
      readonly body: string
      readonly actions: readonly string[]
    }
  | { readonly kind: 'dialog'; readonly what: string; readonly options: unknown }
  | { readonly kind: 'login'; readonly openAtLogin: boolean }
  | { readonly kind: 'recent'; readonly path: string }
  | { readonly kind: 'dragged'; readonly files: readonly string[] }
  | { readonly kind: 'trashed'; readonly path: string }
  | { readonly kind: 'beeped' }

/** An entry of a menu, as a test sees it. */
export interface MenuFacts {
  readonly label: string
  readonly type: string
  readonly enabled: boolean
  readonly visible: boolean
  readonly checked: boolean
  readonly accelerator: string
  readonly role: string
  readonly id: string
  readonly items: readonly MenuFacts[]
}

export interface TrayFacts {
  readonly toolTip: string
  readonly items: readonly MenuFacts[]
}

export type DialogAnswer =
  | { readonly kind: 'open'; readonly paths: readonly string[] }
  | { readonly kind: 'save'; readonly path: string }
  | { readonly kind: 'message'; readonly button: number; readonly checkbox?: boolean }
  | { readonly kind: 'cancel' }

/** What pages and tests call in the main process. */
export type MainSide = {
  serve(window: number, request: PageRequest): Promise<PageAnswer>
  invoke(window: number, frame: FrameFacts, channel: string, args: readonly unknown[]): Promise<unknown>
  tell(window: number, frame: FrameFacts, channel: string, args: readonly unknown[]): void
  /** Whether a frame may go there. */
  navigate(window: number, url: string, isTop: boolean): boolean
  /** Always denied here; main may do something else with the address. */
  openWindow(window: number, url: string): void
  /** The person closes the window; false when main kept it. */
  close(window: number): boolean
  resized(window: number, bounds: Bounds): void
  focused(window: number): void
  blurred(window: number): void
  crashed(window: number): void
  loaded(window: number, url: string, title: string): void
  contextMenu(window: number, facts: ContextFacts): void
  /** A key that the page had no use for; true when the application menu has. */
  key(window: number, facts: KeyFacts): boolean
  /** Whether the page may; asked as `navigator.permissions` would. */
  permission(window: number, name: string, frame: FrameFacts): boolean
  /** The rest is for tests. */
  deeds(): readonly Deed[]
  clipboard(): Promise<ClipboardContent>
  copy(content: ClipboardContent): void
  press(accelerator: string): boolean
  hotkeys(): readonly string[]
  notice(id: number, what: 'click' | 'close' | number): void
  menu(): readonly MenuFacts[]
  popup(): readonly MenuFacts[]
  choose(where: 'menu' | 'tray' | 'popup' | 'dock', labels: readonly string[]): void
  tray(): TrayFacts | undefined
  clickTray(): void
  answerDialogs(answers: readonly DialogAnswer[]): void
  emit(
    what:
      | 'suspend'
      | 'resume'
      | 'lock-screen'
      | 'unlock-screen'
      | 'on-ac'
      | 'on-battery'
      | 'online'
      | 'offline'
      | 'shutdown'
  ): void
  openFile(path: string): void
  openUrl(url: string): void
  activate(): void
  secondInstance(argv: readonly string[], folder: string, data: unknown): void
  display(displays: readonly StagedDisplay[]): void
  pointAt(point: { readonly x: number; readonly y: number }): void
  theme(isDark: boolean, isHighContrast: boolean): void
  keyring(keyring: Keyring): void
  quit(): void
}

/** What the main process calls where the windows are. */
export type StageSide = {
  create(facts: WindowFacts): void
  load(window: number, url: string): Promise<void>
  reload(window: number): Promise<void>
  send(window: number, channel: string, args: readonly unknown[]): void
  show(window: number): void
  hide(window: number): void
  focus(window: number): void
  setBounds(window: number, bounds: Bounds): void
  fullScreen(window: number, isFull: boolean): void
  destroy(window: number): void
  zoom(window: number, factor: number): void
  edit(window: number, command: 'cut' | 'copy' | 'paste' | 'selectAll' | 'undo' | 'redo' | 'delete'): Promise<void>
  /** Runs in the page. */
  execute(window: number, code: string): Promise<unknown>
  picture(window: number): Promise<Uint8Array>
  crash(window: number): void
  theme(source: 'system' | 'light' | 'dark', isDark: boolean, isHighContrast: boolean): void
  /** The pixels of a picture file: main has no native code to decode it. */
  decode(path: string): Promise<Pixels>
  /** A second instance hands over to the first. */
  handOver(argv: readonly string[], folder: string, data: unknown): void
}
