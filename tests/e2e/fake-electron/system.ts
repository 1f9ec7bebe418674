// Small modules around the system: power, network, the shell and what else has a few functions.
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import type Electron from 'electron'
import { app } from './app.ts'
import { happening } from './happening.ts'
import { answerTo, did, staging } from './runtime.ts'
import { session } from './session.ts'

class PowerMonitor
  extends EventEmitter
  implements
    Pick<Electron.PowerMonitor, 'isOnBatteryPower' | 'getSystemIdleTime' | 'getSystemIdleState' | 'onBatteryPower'>
{
  onBatteryPower = staging.isOnBattery ?? false

  isOnBatteryPower(): boolean {
    return this.onBatteryPower
  }
  getSystemIdleTime(): number {
    return 0
  }
  getSystemIdleState(): 'active' {
    return 'active'
  }
}
export const powerMonitor = new PowerMonitor()

let isOnline = staging.isOffline !== true
export const net = {
  fetch: (input: string | Request, init?: RequestInit) => session.defaultSession.fetch(input, init),
  isOnline: () => isOnline,
  get online() {
    return isOnline
  }
} satisfies Pick<Electron.Net, 'fetch' | 'isOnline' | 'online'>

export const shell = {
  async openExternal(url: string) {
    did({ kind: 'opened', how: 'link', what: url })
  },
  async openPath(path: string) {
    did({ kind: 'opened', how: 'path', what: path })
    return existsSync(path) ? '' : 'There is no such file'
  },
  showItemInFolder(path: string) {
    did({ kind: 'opened', how: 'folder', what: path })
  },
  async trashItem(path: string) {
    did({ kind: 'trashed', path })
  },
  beep() {
    did({ kind: 'beeped' })
  }
} satisfies Partial<Electron.Shell>

export const powerSaveBlocker = {
  start: () => 1,
  stop: () => true,
  isStarted: () => false
} satisfies Electron.PowerSaveBlocker

export const crashReporter = { start: () => undefined } satisfies Pick<Electron.CrashReporter, 'start'>

/** Linux has no word about the screen. */
export const systemPreferences = Object.assign(
  new EventEmitter(),
  process.platform === 'linux'
    ? {}
    : ({ getMediaAccessStatus: () => 'granted' } satisfies Pick<Electron.SystemPreferences, 'getMediaAccessStatus'>)
)

answerTo({
  emit: (what) => {
    if (what === 'online' || what === 'offline') isOnline = what === 'online'
    else powerMonitor.emit(what, happening())
  },
  openFile: (path) => void app.emit('open-file', happening(), path),
  openUrl: (url) => void app.emit('open-url', happening(), url),
  activate: () => void app.emit('activate', happening(), false),
  secondInstance: (argv, folder, data) => void app.emit('second-instance', happening(), [...argv], folder, data),
  quit: () => app.quit()
})
