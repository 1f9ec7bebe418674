import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { app } from './app.ts'
import { happening } from './happening.ts'
import type { HeldWindow } from './held.ts'
import type { NativeImage } from './native-image.ts'
import type { Bounds } from './protocol.ts'
import { stage, unheard } from './runtime.ts'
import { primary } from './screen.ts'
import { checkScheme, session } from './session.ts'
import { WebContents } from './web-contents.ts'
import { breach } from './web-preferences.ts'

const windows = new Map<number, BrowserWindow>()
let lastId = 0
const desktop: { focused: BrowserWindow | undefined } = { focused: undefined }

/** The window with this id; throws when it is gone. */
export function windowOf(id: number): BrowserWindow {
  const window = windows.get(id)
  if (window === undefined) throw new Error(`There is no window ${id}`)
  return window
}

/** A window whose page is one of Chromium's. Refuses web preferences that would open it to the page. */
export class BrowserWindow extends EventEmitter implements HeldWindow {
  readonly id = ++lastId
  readonly webContents: WebContents
  autoHideMenuBar = false
  #bounds: Bounds
  #title: string
  #isVisible: boolean
  #isDestroyed = false
  #isClosing = false
  #isOnTop: boolean
  #shape: 'normal' | 'minimized' | 'maximized' | 'full-screen' = 'normal'

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    const fault = breach(options.webPreferences)
    if (fault !== undefined) throw new Error(`A window that is not shut in: ${fault}`)
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { preload = '', partition = '' } = options.webPreferences ?? {}
    const { width = 800, height = 600, title = app.getName(), show = true, frame = true, alwaysOnTop = false } = options
    const area = primary().workArea
    const { x = Math.round(area.x + (area.width - width) / 2), y = Math.round(area.y + (area.height - height) / 2) } =
      options
    this.#bounds = { x, y, width, height }
    this.#title = title
    this.#isVisible = show
    this.#isOnTop = alwaysOnTop
    this.webContents = new WebContents(this.id, session.fromPartition(partition))
    this.webContents.on('-close', () => this.close())
    windows.set(this.id, this)
    const facts = { id: this.id, partition, preload, bounds: this.#bounds, isShown: show, isFrameless: !frame, title }
    unheard(stage.create(facts))
    if (options.fullscreen === true) this.#shape = 'full-screen'
    const { webContents } = this
    app.emit('web-contents-created', happening(), webContents)
    app.emit('browser-window-created', happening(), this)
    if (show) this.#takesFocus()
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return desktop.focused ?? null
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows.values()].find((window) => window.webContents === contents) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null
  }

  async loadURL(url: string): Promise<void> {
    checkScheme(url)
    this.webContents.starts(url)
    await stage.load(this.id, url)
  }
  /** The page is there: `url` as main knows it. */
  loaded(url: string, title: string): void {
    if (title !== '') this.#title = title
    this.webContents.finishes(url, title)
    this.emit('ready-to-show')
  }
  reload(): void {
    this.webContents.reload()
  }
  /** No window of a system: none has number 0. */
  getMediaSourceId(): string {
    return 'window:0:0'
  }

  show(): void {
    this.#isLive()
    this.showInactive()
    this.focus()
  }
  showInactive(): void {
    const wasVisible = this.#isVisible
    this.#isVisible = true
    unheard(stage.show(this.id))
    if (!wasVisible) this.emit('show')
  }
  hide(): void {
    this.#isLive()
    const wasVisible = this.#isVisible
    this.#isVisible = false
    unheard(stage.hide(this.id))
    this.blur()
    if (wasVisible) this.emit('hide')
  }
  focus(): void {
    this.#isLive()
    unheard(stage.focus(this.id))
    this.#takesFocus()
  }
  blur(): void {
    if (desktop.focused !== this) return
    desktop.focused = undefined
    this.webContents.hasFocus(false)
    this.emit('blur')
    app.emit('browser-window-blur', happening(), this)
  }
  #takesFocus(): void {
    if (desktop.focused === this) return
    desktop.focused?.blur()
    desktop.focused = this
    this.webContents.hasFocus(true)
    this.emit('focus')
    app.emit('browser-window-focus', happening(), this)
  }
  /** A person clicked on it. */
  clicked(): void {
    this.#takesFocus()
  }

  /** False when a listener kept the window. */
  tryClose(): boolean {
    if (this.#isDestroyed) return true
    const event = happening()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
    return !event.defaultPrevented
  }
  close(): void {
    if (this.#isClosing) return
    this.#isClosing = true
    this.tryClose()
    this.#isClosing = false
  }
  destroy(): void {
    if (this.#isDestroyed) return
    this.blur()
    this.#isDestroyed = true
    windows.delete(this.id)
    unheard(stage.destroy(this.id))
    this.webContents.goes()
    this.emit('closed')
    if (windows.size === 0) app.windowsAreGone()
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  #isLive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
  }

  isVisible(): boolean {
    return this.#isVisible
  }
  isFocused(): boolean {
    return desktop.focused === this
  }
  isMinimized(): boolean {
    return this.#shape === 'minimized'
  }
  isMaximized(): boolean {
    return this.#shape === 'maximized'
  }
  isFullScreen(): boolean {
    return this.#shape === 'full-screen'
  }
  isNormal(): boolean {
    return this.#shape === 'normal'
  }
  #becomes(shape: 'normal' | 'minimized' | 'maximized' | 'full-screen', event: string): void {
    if (this.#shape === shape) return
    this.#shape = shape
    this.emit(event)
  }
  minimize(): void {
    this.#becomes('minimized', 'minimize')
  }
  maximize(): void {
    this.#becomes('maximized', 'maximize')
  }
  unmaximize(): void {
    this.#becomes('normal', 'unmaximize')
  }
  restore(): void {
    this.#becomes('normal', 'restore')
  }
  setFullScreen(flag: boolean): void {
    unheard(stage.fullScreen(this.id, flag))
    this.#becomes(flag ? 'full-screen' : 'normal', flag ? 'enter-full-screen' : 'leave-full-screen')
  }
  setSimpleFullScreen(flag: boolean): void {
    this.setFullScreen(flag)
  }
  setKiosk(flag: boolean): void {
    this.setFullScreen(flag)
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#isLive()
    this.#takesBounds({ ...this.#bounds, ...bounds })
    unheard(stage.setBounds(this.id, this.#bounds))
  }
  /** A person moved or resized it. */
  movedByPerson(bounds: Bounds): void {
    this.#takesBounds(bounds)
  }
  #takesBounds(bounds: Bounds): void {
    const former = this.#bounds
    this.#bounds = bounds
    if (former.width !== bounds.width || former.height !== bounds.height) {
      this.emit('resize')
      this.emit('resized')
    }
    if (former.x !== bounds.x || former.y !== bounds.y) {
      this.emit('move')
      this.emit('moved')
    }
  }
  getBounds(): Electron.Rectangle {
    return { ...this.#bounds }
  }
  getNormalBounds(): Electron.Rectangle {
    return this.getBounds()
  }
  getContentBounds(): Electron.Rectangle {
    return this.getBounds()
  }
  setContentBounds(bounds: Electron.Rectangle): void {
    this.setBounds(bounds)
  }
  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y]
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height]
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }
  getContentSize(): number[] {
    return this.getSize()
  }
  setContentSize(width: number, height: number): void {
    this.setSize(width, height)
  }
  center(): void {
    const { workArea } = primary()
    const { width, height } = this.#bounds
    this.setPosition(
      Math.round(workArea.x + (workArea.width - width) / 2),
      Math.round(workArea.y + (workArea.height - height) / 2)
    )
  }
  setTitle(title: string): void {
    this.#title = title
  }
  getTitle(): string {
    return this.#title
  }
  setAlwaysOnTop(flag: boolean): void {
    this.#isOnTop = flag
  }
  isAlwaysOnTop(): boolean {
    return this.#isOnTop
  }
  capturePage(): Promise<NativeImage> {
    return this.webContents.capturePage()
  }
  // What only a window manager could show.
  setMinimumSize(): void {}
  setVisibleOnAllWorkspaces(): void {}
  setIgnoreMouseEvents(): void {}
  setSkipTaskbar(): void {}
  setBackgroundColor(): void {}
  setOpacity(): void {}
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  moveTop(): void {}
  flashFrame(): void {}
  setProgressBar(): void {}
  setContentProtection(): void {}
  setResizable(): void {}
  setMovable(): void {}
  setFocusable(): void {}
  setHasShadow(): void {}
  setEnabled(): void {}
  setIcon(): void {}
  setTitleBarOverlay(): void {}
  setAspectRatio(): void {}
  setThumbarButtons(): boolean {
    return false
  }
  setOverlayIcon(): void {}
}
