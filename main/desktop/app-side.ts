import { app } from 'electron'
import type { Start } from '../../preload/contract/app.ts'
import type { Archive } from '../archive.ts'
import { dragName } from '../bridge/app/drag-name.ts'
import type { AppPorts } from '../bridge/app.ts'
import { appOrigin } from '../policy/address.ts'
import type { Said } from '../saying.ts'
import { hasPortal } from './capture/facts.ts'
import { readPasted } from './clipboard.ts'
import type { Drag } from './drag.ts'
import { readVersion } from './services.ts'
import type { Language } from './words/words.ts'

export interface AppSidePorts extends Pick<AppPorts, 'outside' | 'hosts' | 'choose' | 'update'> {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Of the system. */
  readonly language: Language
  /** Sentences about what happened when settings and library were opened. */
  readonly notices: readonly Said[]
  readonly archive: () => Pick<Archive, 'library'>
  readonly drag: Drag
}

/** What the handlers of the app need of Electron. */
export function createAppSide(ports: AppSidePorts): Omit<AppPorts, 'intake' | 'origin' | 'diagnose'> {
  const { platform, environment, language, notices, archive, drag, ...others } = ports
  const start: Start = {
    version: readVersion(),
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    language,
    isPackaged: app.isPackaged,
    isWayland: hasPortal(platform, environment),
    notices,
    imageBase: `${appOrigin}/image/`,
    thumbnailBase: `${appOrigin}/thumbnail/`
  }
  return {
    ...others,
    start: () => start,
    clipboard: readPasted,
    drag: async (entry, { contents }) => {
      const { entries, pictures } = archive().library
      const { name, picture } = entries.get(entry)
      await drag.start(contents, pictures.path(picture.id), dragName(name, picture.format))
    }
  }
}
