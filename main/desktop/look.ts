import { release, type } from 'node:os'
import { screen, session, systemPreferences } from 'electron'
import type { DiagnosePorts } from '../bridge/diagnose.ts'
import { timesFile } from '../captured/times.ts'
import type { AppFolders } from '../settings/folders.ts'
import { displaysOf, hasPortal } from './capture/facts.ts'
import { networkPartition } from './network/fetch.ts'
import { readVersion } from './services.ts'

export interface LookPorts extends Pick<DiagnosePorts, 'keyring'> {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly folders: AppFolders
}

/** What the diagnostics ask of Electron. */
export function lookAtDesktop({ platform, environment, folders, keyring }: LookPorts) {
  const { electron, chrome, node } = process.versions
  return {
    keyring,
    version: readVersion(),
    versions: { Electron: electron, Chromium: chrome, Node: node, System: `${type()} ${release()}` },
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    screen: () => ({
      displays: displaysOf(screen),
      isWayland: hasPortal(platform, environment),
      permission: platform === 'darwin' ? systemPreferences.getMediaAccessStatus('screen') : undefined
    }),
    resolveProxy: (url: string) => session.fromPartition(networkPartition).resolveProxy(url),
    captureTimes: timesFile(folders.data).read
  } as const
}
