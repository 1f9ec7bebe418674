import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type Electron from 'electron'
import { happening } from './happening.ts'
import type { HeldApp } from './held.ts'
import { did, stage, staging } from './runtime.ts'
import { sealSchemes } from './session.ts'

const root = process.env['E2E_APP_DIR'] ?? resolve(import.meta.dirname, '../../..')
const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>
/** Windows are asked one after the other; set by them, for `app` comes before windows. */
interface Closing {
  closeAll(): boolean
}
let closing: Closing = { closeAll: () => true }
/** Says how all windows are closed when the app quits. */
export function closeWindowsBy(how: Closing): void {
  closing = how
}

class App extends EventEmitter implements HeldApp {
  readonly isPackaged = staging.isPackaged ?? false
  name = description['productName'] ?? description['name'] ?? ''
  userAgentFallback = 'Fake'
  readonly dock = undefined
  readonly #paths = new Map<string, string>()
  readonly #ready = Promise.withResolvers<void>()
  readonly #switches = new Map<string, string>()
  #isReady = false
  #isLoaded = false
  #isSandboxed = false
  #isQuitting = false
  #login: Electron.Settings = {}
  #isLocked = false
  #handedOver: Promise<void> | undefined
  #readyIsAwaited = false

  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      if (name === 'no-sandbox' || name === 'disable-web-security')
        throw new Error(`A switch that opens the app: ${name}`)
      this.#switches.set(name, value)
    },
    appendArgument: (): void => undefined,
    getSwitchValue: (name: string): string => this.#switches.get(name) ?? '',
    hasSwitch: (name: string): boolean => this.#switches.has(name),
    removeSwitch: (name: string): void => void this.#switches.delete(name)
  } satisfies Electron.CommandLine

  whenReady(): Promise<void> {
    this.#readyIsAwaited = true
    return this.#ready.promise
  }
  isReady(): boolean {
    return this.#isReady
  }
  /** Whether main awaits readiness while its own code is still loading; Electron would perhaps wait for ever. */
  isStuck(): boolean {
    return this.#readyIsAwaited && !this.#isLoaded
  }
  /** The entry file is through: only then Electron becomes ready. */
  codeIsLoaded(): void {
    this.#isLoaded = true
    if (this.#isQuitting) return
    if (!this.#isSandboxed) throw new Error('app.enableSandbox() was not called before the app was ready')
    sealSchemes()
    this.#isReady = true
    this.emit('will-finish-launching')
    this.emit('ready', happening(), {})
    this.#ready.resolve()
  }
  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.#isSandboxed = true
  }

  quit(): void {
    if (this.#isQuitting) return
    this.#isQuitting = true
    const before = happening()
    this.emit('before-quit', before)
    if (before.defaultPrevented || !closing.closeAll()) {
      this.#isQuitting = false
      return
    }
    this.#leave()
  }
  #leave(): void {
    const will = happening()
    this.emit('will-quit', will)
    if (will.defaultPrevented) {
      this.#isQuitting = false
      return
    }
    this.exit(0)
  }
  exit(code = 0): void {
    this.emit('quit', happening(), code)
    // The other instance has to have it first.
    if (this.#handedOver === undefined) process.exit(code)
    else void this.#handedOver.finally(() => process.exit(code))
  }
  relaunch(): void {}
  /** Without a listener that wants otherwise the app ends with its last window. */
  windowsAreGone(): void {
    if (this.#isQuitting) return
    if (!this.emit('window-all-closed')) this.quit()
  }

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const path = this.#paths.get(name)
    if (path !== undefined) return path
    if (name === 'exe') return process.execPath
    return join(staging.home, name)
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }
  setAppLogsPath(path?: string): void {
    this.setPath('logs', path ?? join(staging.home, 'logs'))
  }
  getAppPath(): string {
    return root
  }
  getName(): string {
    return this.name
  }
  setName(name: string): void {
    this.name = name
  }
  getVersion(): string {
    return description['version'] ?? ''
  }
  getLocale(): string {
    return staging.locale ?? 'en-US'
  }
  getSystemLocale(): string {
    return this.getLocale()
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()]
  }

  requestSingleInstanceLock(data?: object): boolean {
    this.#isLocked = staging.isSecond !== true
    if (!this.#isLocked) this.#handedOver = stage.handOver(process.argv, process.cwd(), data)
    return this.#isLocked
  }
  hasSingleInstanceLock(): boolean {
    return this.#isLocked
  }
  releaseSingleInstanceLock(): void {
    this.#isLocked = false
  }

  setLoginItemSettings(settings: Electron.Settings): void {
    this.#login = settings
    did({ kind: 'login', openAtLogin: settings.openAtLogin ?? false })
  }
  getLoginItemSettings(): Electron.LoginItemSettings {
    const openAtLogin = this.#login.openAtLogin ?? false
    return {
      openAtLogin,
      wasOpenedAtLogin: false,
      status: openAtLogin ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: openAtLogin,
      launchItems: []
    }
  }
  addRecentDocument(path: string): void {
    did({ kind: 'recent', path })
  }
  clearRecentDocuments(): void {}
  setAsDefaultProtocolClient(): boolean {
    return true
  }
  removeAsDefaultProtocolClient(): boolean {
    return true
  }
  isDefaultProtocolClient(): boolean {
    return true
  }
  setJumpList(): 'ok' {
    return 'ok'
  }
  setUserTasks(): boolean {
    return true
  }
  setBadgeCount(): boolean {
    return false
  }
  isHidden(): boolean {
    return false
  }
  isAccessibilitySupportEnabled(): boolean {
    return false
  }
  focus(): void {}
  hide(): void {}
  show(): void {}
  setAppUserModelId(): void {}
  setActivationPolicy(): void {}
  setSecureKeyboardEntryEnabled(): void {}
  disableHardwareAcceleration(): void {}
  setAboutPanelOptions(): void {}
  showAboutPanel(): void {}
}

export const app = new App()
