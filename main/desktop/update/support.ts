/** What decides whether the app can replace itself. */
export interface UpdateFacts {
  readonly isPackaged: boolean
  readonly platform: NodeJS.Platform
  /** `PORTABLE_EXECUTABLE_DIR` and `APPIMAGE` tell how it was started. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Whether the package names a place where releases are found. */
  readonly hasFeed: boolean
}

/** Why the app does not update itself; `words` of the same name say it. */
export type NoUpdates = 'development' | 'noFeed' | 'portable' | 'packageManager'

/** Why the app does not update itself here; undefined when it does. */
export function whyNoUpdates({ isPackaged, platform, environment, hasFeed }: UpdateFacts): NoUpdates | undefined {
  if (!isPackaged) return 'development'
  if (!hasFeed) return 'noFeed'
  if (platform === 'win32' && environment['PORTABLE_EXECUTABLE_DIR'] !== undefined) return 'portable'
  if (platform === 'linux' && environment['APPIMAGE'] === undefined) return 'packageManager'
  return undefined
}
