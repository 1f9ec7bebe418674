/** What decides whether the app can replace itself. */
export interface UpdateFacts {
  readonly isPackaged: boolean
  readonly platform: NodeJS.Platform
  /** `PORTABLE_EXECUTABLE_DIR` and `APPIMAGE` tell how it was started. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Whether the package names a place where releases are found. */
  readonly hasFeed: boolean
}

/** Why the app does not update itself here, in a sentence for the person; undefined when it does. */
export function whyNoUpdates({ isPackaged, platform, environment, hasFeed }: UpdateFacts): string | undefined {
  if (!isPackaged) return 'This is a build for development.'
  if (!hasFeed) return 'This build names no place where new versions are found.'
  if (platform === 'win32' && environment['PORTABLE_EXECUTABLE_DIR'] !== undefined) {
    return 'A portable copy stays as it is: download the new one beside it.'
  }
  if (platform === 'linux' && environment['APPIMAGE'] === undefined) {
    return 'It was installed by the package manager of this system, which brings new versions too.'
  }
  return undefined
}
