import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { app } from 'electron'
import { autostartFile, quietSwitch } from './autostart.ts'

export interface LoginPorts {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** Starts the app at login, or does not any more. A build that is no package is left alone. Rejects when it cannot be written. */
export async function startAtLogin(wanted: boolean, { platform, environment, home }: LoginPorts): Promise<void> {
  if (!app.isPackaged) return
  if (platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: wanted, args: [quietSwitch] })
    return
  }
  const configured = environment['XDG_CONFIG_HOME']
  const folder = configured && isAbsolute(configured) ? configured : join(home, '.config')
  const file = join(folder, 'autostart', 'glyphlens.desktop')
  if (!wanted) {
    await rm(file, { force: true })
    return
  }
  await mkdir(dirname(file), { recursive: true })
  // An AppImage runs from a place that is another one each time.
  await writeFile(file, autostartFile(environment['APPIMAGE'] ?? process.execPath))
}

/** Whether nobody asked for a window: the system has started the app at login. */
export function wasStartedQuietly(words: readonly string[], platform: NodeJS.Platform): boolean {
  return words.includes(quietSwitch) || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)
}
