import { posix, win32 } from 'node:path'
import { Failure } from '../failure.ts'
import { saying } from '../saying.ts'

export interface FolderSources {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The person's home folder, absolute. */
  readonly home: string
}

export interface AppFolders {
  /** Settings, library and model packs: what a backup should hold. The same as Electron's `userData`. */
  readonly data: string
  /** What can be made anew at any time. */
  readonly cache: string
}

/**
 * The app's folders, absolute, not created. `GLYPHLENS_HOME` moves both, for portable installations and tests. Throws
 * `usage` when it is not an absolute path.
 */
export function appFolders({ platform, environment, home }: FolderSources): AppFolders {
  const paths = platform === 'win32' ? win32 : posix
  // A relative path in these variables is to be ignored (XDG Base Directory Specification 0.8).
  const absolute = (name: string, ...otherwise: string[]) => {
    const value = environment[name]
    return value && paths.isAbsolute(value) ? value : paths.join(home, ...otherwise)
  }

  const own = environment['GLYPHLENS_HOME']
  if (own) {
    if (!paths.isAbsolute(own)) throw relativeHome(own)
    return { data: paths.join(own, 'data'), cache: paths.join(own, 'cache') }
  }
  if (platform === 'win32') {
    return {
      data: paths.join(absolute('APPDATA', 'AppData', 'Roaming'), 'Glyphlens'),
      cache: paths.join(absolute('LOCALAPPDATA', 'AppData', 'Local'), 'Glyphlens', 'Cache')
    }
  }
  if (platform === 'darwin') {
    return {
      data: paths.join(home, 'Library', 'Application Support', 'Glyphlens'),
      cache: paths.join(home, 'Library', 'Caches', 'Glyphlens')
    }
  }
  return {
    data: paths.join(absolute('XDG_CONFIG_HOME', '.config'), 'Glyphlens'),
    cache: paths.join(absolute('XDG_CACHE_HOME', '.cache'), 'glyphlens')
  }
}

function relativeHome(path: string): Failure {
  return new Failure('usage', `GLYPHLENS_HOME is "${path}", which is not an absolute path.`, {
    advice: 'Set it to an absolute path, or leave it unset.',
    saying: saying('app.home')
  })
}
