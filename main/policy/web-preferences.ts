import { isAbsolute } from 'node:path'

/**
 * Name of the windows' own session. With `persist:` its storage outlives the app, so that what was chosen and typed is there
 * after a restart; it lies in the app's data folder, as the library does.
 */
export const windowPartition = 'persist:glyphlens-window'

/** What differs between windows. */
export interface WindowKind {
  readonly isPackaged: boolean
  /** Absolute path of the one preload file. */
  readonly preload: string
}

/**
 * The preferences of every window, whole. Defaults that protect are written out, so that no other default can become ours;
 * what weakens the page (web security off, experimental features, plugins, webviews) has no place where it could be set.
 */
export function webPreferences({ isPackaged, preload }: WindowKind) {
  if (!isAbsolute(preload)) throw new TypeError('the preload needs an absolute path')
  return {
    preload,
    partition: windowPartition,
    // Node on in a page would also switch its sandbox off.
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // On by default, and fetches dictionaries.
    spellcheck: false,
    // Shortens the way from a script in the page to the bridge.
    devTools: !isPackaged
  } as const
}
