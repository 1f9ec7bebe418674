import { ipcMain, safeStorage } from 'electron'
import ElectronStore from 'electron-store'
import type { Said } from '../../saying.ts'
import { createVault, type Vault } from '../../settings/vault/vault.ts'
import { parseKey } from '../../vision/key.ts'
import { presetOf } from '../../vision/presets.ts'
import { createSecretBox } from './secret-box.ts'
import { openVaultStore } from './store.ts'

export interface DesktopVaultPorts {
  /** The app's data folder, absolute. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
}

export interface DesktopVault {
  /** Of which nothing is open yet: `open` after the window is there, because it may ask the person. */
  readonly vault: Vault
  /** What protects keys here, for the diagnostics. Asks the system, and on macOS perhaps the person. */
  readonly system: () => Promise<{ readonly isAvailable: boolean; readonly backend: string }>
  readonly notice?: Said
}

/** The vault of the desktop, after the app is ready. Throws `disk`. */
export function openVault({ folder, environment, platform }: DesktopVaultPorts): DesktopVault {
  closeSideDoor()
  const box = createSecretBox(safeStorage, platform)
  const { store, notice } = openVaultStore(folder)
  const vault = createVault({
    box,
    store,
    clock: Date.now,
    platform,
    environment,
    parse: (provider, text) => parseKey(text, presetOf(provider))
  })
  return {
    vault,
    system: async () => ({ isAvailable: await box.isAvailable().catch(() => false), backend: box.backend() }),
    ...(notice !== undefined && { notice })
  }
}

/** electron-store answers every page that asks with the folder of its files; here nobody may ask but by the bridge. */
function closeSideDoor(): void {
  ElectronStore.initRenderer()
  ipcMain.removeAllListeners('electron-store-get-data')
}
