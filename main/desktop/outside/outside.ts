import { stat } from 'node:fs/promises'
import { shell } from 'electron'
import type { Outside } from '../../bridge/app.ts'
import { localPath } from '../../policy/local-path.ts'
import { openOutside, screenPermissionPane } from './link.ts'

export interface OutsidePorts {
  readonly platform: NodeJS.Platform
  readonly hosts: ReadonlySet<string>
  /** The app's data folder. */
  readonly folder: string
  readonly libraryFolder: () => string
}

/** Other programs: the browser, the file browser, the system's settings. */
export function createOutside({ platform, hosts, folder, libraryFolder }: OutsidePorts): Outside {
  return {
    openLink: (url) => openOutside(url, hosts),
    showFile: async (path) => {
      // An origin may be an address, or lie on a share that would be asked who we are.
      const local = localPath(path, '', platform)
      if (local === undefined || !(await exists(local))) return false
      shell.showItemInFolder(local)
      return true
    },
    openDataFolder: () => openFolder(folder),
    openLibraryFolder: () => openFolder(libraryFolder()),
    openScreenPermission: platform === 'darwin' ? () => openOutside(screenPermissionPane, hosts) : undefined
  }
}

async function openFolder(path: string): Promise<void> {
  const problem = await shell.openPath(path)
  if (problem !== '') throw new Error('the folder was not opened')
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false
  )
}
