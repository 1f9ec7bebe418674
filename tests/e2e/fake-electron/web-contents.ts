import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { happening } from './happening.ts'
import type { HeldContents } from './held.ts'
import { Ipc, ipcMain } from './ipc.ts'
import { NativeImage } from './native-image.ts'
import { toApp } from './origins.ts'
import type { FrameFacts } from './protocol.ts'
import { did, stage, unheard } from './runtime.ts'
import type { Session } from './session.ts'

/** Frames as main sees them when a message arrives. */
class Frame implements Pick<Electron.WebFrameMain, 'url' | 'origin' | 'isDestroyed' | 'detached' | 'name'> {
  readonly url: string
  readonly parent: Frame | null
  readonly ipc = new Ipc()
  readonly detached = false
  readonly name = ''
  readonly #contents: WebContents

  constructor(url: string, parent: Frame | null, contents: WebContents) {
    this.url = url
    this.parent = parent
    this.#contents = contents
  }

  /** Of the scheme and host, also where it is the app's own. */
  get origin(): string {
    return /^([a-z][a-z0-9+-]*:\/\/[^/?#]*)/.exec(this.url)?.[1] ?? 'null'
  }
  get top(): Frame {
    return this.parent ?? this
  }
  isDestroyed(): boolean {
    return this.#contents.isDestroyed()
  }
  send(channel: string, ...args: unknown[]): void {
    this.#contents.send(channel, ...args)
  }
}

// Not the ids of windows: taking one for the other has to fail.
let lastId = 100
const all = new Map<number, WebContents>()

/** The page of a window. */
export class WebContents extends EventEmitter implements HeldContents {
  readonly id = ++lastId
  readonly ipc = new Ipc()
  readonly session: Session
  readonly hostWebContents = null
  readonly devToolsWebContents = null
  readonly #window: number
  #frame: Frame
  #title = ''
  #zoom = 1
  #isLoading = false
  #isCrashed = false
  #isDestroyed = false
  #isFocused = false
  #open: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' })

  constructor(window: number, session: Session) {
    super()
    this.#window = window
    this.session = session
    this.#frame = new Frame('', null, this)
    all.set(this.id, this)
  }

  get mainFrame(): Frame {
    return this.#frame
  }

  /** As Electron does: what cannot be cloned is an error at the sender. */
  send(channel: string, ...args: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
    unheard(stage.send(this.#window, channel, structuredClone(args)))
  }

  /** A message of the page that wants an answer. The first that knows the channel gives it. */
  async answer(frame: FrameFacts, channel: string, args: readonly unknown[]): Promise<unknown> {
    const ipc = [this.#frame.ipc, this.ipc, ipcMain].find((one) => one.handlerOf(channel) !== undefined)
    const handler = ipc?.handlerOf(channel)
    if (handler === undefined)
      throw new Error(`Error invoking remote method '${channel}': No handler registered for '${channel}'`)
    try {
      return structuredClone(await handler(this.#event(frame) as unknown as Electron.IpcMainInvokeEvent, ...args))
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error })
    }
  }

  /** A message of the page that wants none. */
  hear(frame: FrameFacts, channel: string, args: readonly unknown[]): void {
    const event = this.#event(frame)
    for (const ipc of [this.#frame.ipc, this.ipc, ipcMain]) ipc.emit(channel, event, ...args)
  }

  #event({ url, isTop }: FrameFacts): object {
    const senderFrame = isTop ? new Frame(toApp(url), null, this) : new Frame(toApp(url), this.#frame, this)
    return { type: 'frame', sender: this, senderFrame, processId: 1, frameId: 1, defaultPrevented: false }
  }

  starts(url: string): void {
    this.#isLoading = true
    this.#isCrashed = false
    this.emit('did-start-loading')
    this.#frame = new Frame(url, null, this)
  }
  finishes(url: string, title: string): void {
    this.#isLoading = false
    this.#isCrashed = false
    this.#frame = new Frame(url, null, this)
    this.#title = title
    this.emit('dom-ready', happening())
    this.emit('did-finish-load')
    this.emit('did-stop-loading')
  }
  dies(): void {
    this.#isCrashed = true
    this.emit('render-process-gone', happening(), { reason: 'crashed', exitCode: 5 })
  }
  goes(): void {
    this.#isDestroyed = true
    all.delete(this.id)
    this.emit('destroyed')
  }
  hasFocus(isFocused: boolean): void {
    this.#isFocused = isFocused
    this.emit(isFocused ? 'focus' : 'blur')
  }
  wantsWindow(url: string): void {
    const { action } = this.#open({ url } as Electron.HandlerDetails)
    if (action !== 'deny') throw new Error(`A page got a window of its own: ${url}`)
  }
  mayGo(url: string, isTop: boolean): boolean {
    const details = happening({ url, isMainFrame: isTop, isSameDocument: false, frame: this.#frame })
    if (isTop) this.emit('will-navigate', details, url)
    this.emit('will-frame-navigate', details)
    return !details.defaultPrevented
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  getURL(): string {
    return this.#frame.url
  }
  getTitle(): string {
    return this.#title
  }
  getType(): 'window' {
    return 'window'
  }
  isLoading(): boolean {
    return this.#isLoading
  }
  isCrashed(): boolean {
    return this.#isCrashed
  }
  isFocused(): boolean {
    return this.#isFocused
  }
  focus(): void {
    unheard(stage.focus(this.#window))
  }
  reload(): void {
    this.starts(this.#frame.url)
    unheard(stage.reload(this.#window))
  }
  reloadIgnoringCache(): void {
    this.reload()
  }
  forcefullyCrashRenderer(): void {
    unheard(stage.crash(this.#window))
  }
  close(): void {
    this.emit('-close')
  }
  get zoomFactor(): number {
    return this.#zoom
  }
  set zoomFactor(factor: number) {
    this.#zoom = factor
    unheard(stage.zoom(this.#window, factor))
  }
  get zoomLevel(): number {
    return Math.log(this.#zoom) / Math.log(1.2)
  }
  set zoomLevel(level: number) {
    this.zoomFactor = 1.2 ** level
  }
  getZoomFactor(): number {
    return this.zoomFactor
  }
  setZoomFactor(factor: number): void {
    this.zoomFactor = factor
  }
  getZoomLevel(): number {
    return this.zoomLevel
  }
  setZoomLevel(level: number): void {
    this.zoomLevel = level
  }
  async setVisualZoomLevelLimits(): Promise<void> {}
  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.#open = handler
  }
  startDrag({ file, files }: Electron.Item): void {
    did({ kind: 'dragged', files: files ?? [file] })
  }
  openDevTools(): void {}
  closeDevTools(): void {}
  toggleDevTools(): void {}
  isDevToolsOpened(): boolean {
    return false
  }
  setBackgroundThrottling(): void {}
  setUserAgent(): void {}
  setWebRTCIPHandlingPolicy(): void {}
  invalidate(): void {}
  cut(): void {
    this.#edit('cut')
  }
  copy(): void {
    this.#edit('copy')
  }
  paste(): void {
    this.#edit('paste')
  }
  pasteAndMatchStyle(): void {
    this.#edit('paste')
  }
  delete(): void {
    this.#edit('delete')
  }
  selectAll(): void {
    this.#edit('selectAll')
  }
  undo(): void {
    this.#edit('undo')
  }
  redo(): void {
    this.#edit('redo')
  }
  #edit(command: Parameters<typeof stage.edit>[1]): void {
    unheard(stage.edit(this.#window, command))
  }
  executeJavaScript(code: string): Promise<unknown> {
    return stage.execute(this.#window, code)
  }
  async capturePage(): Promise<NativeImage> {
    return NativeImage.fromPng(await stage.picture(this.#window))
  }
}

/** The module `webContents`. */
export const webContents = {
  fromId: (id: number): WebContents | undefined => all.get(id),
  getAllWebContents: (): WebContents[] => [...all.values()],
  getFocusedWebContents: (): WebContents | null => [...all.values()].find((one) => one.isFocused()) ?? null
}
