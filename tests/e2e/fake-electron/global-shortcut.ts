import type Electron from 'electron'
import { normalAccelerator } from './accelerator.ts'
import { answerTo, staging } from './runtime.ts'

const registered = new Map<string, () => void>()
const taken = new Set((staging.taken ?? []).map(normalAccelerator))
let isSuspended = false

/** Registration fails without a word when another program has the keys. */
export const globalShortcut = {
  register(accelerator: string, callback: () => void): boolean {
    const keys = normalAccelerator(accelerator)
    if (taken.has(keys) || registered.has(keys)) return false
    registered.set(keys, callback)
    return true
  },
  registerAll(accelerators: string[], callback: () => void): void {
    for (const accelerator of accelerators) this.register(accelerator, callback)
  },
  isRegistered: (accelerator: string): boolean => registered.has(normalAccelerator(accelerator)),
  unregister: (accelerator: string): void => void registered.delete(normalAccelerator(accelerator)),
  unregisterAll: (): void => registered.clear(),
  setSuspended: (suspended: boolean): void => void (isSuspended = suspended),
  isSuspended: (): boolean => isSuspended
} satisfies Electron.GlobalShortcut

answerTo({
  hotkeys: () => [...registered.keys()],
  press: (accelerator) => {
    const callback = isSuspended ? undefined : registered.get(normalAccelerator(accelerator))
    callback?.()
    return callback !== undefined
  }
})
