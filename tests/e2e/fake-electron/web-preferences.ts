import { isAbsolute } from 'node:path'
import type { WebPreferences } from 'electron'

/** Values that every window has to have, written out; see Electron's security checklist. */
const demanded: Partial<WebPreferences> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  // On by default, and it fetches dictionaries.
  spellcheck: false
}
/** What may not be on. */
const refused: readonly (keyof WebPreferences)[] = [
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'webviewTag',
  'navigateOnDragDrop',
  'plugins',
  'enableBlinkFeatures',
  'disableBlinkFeatures',
  'additionalArguments'
]

/** Why a window with these preferences may not be; undefined when it may. */
export function breach(preferences: WebPreferences | undefined): string | undefined {
  if (preferences === undefined) return 'a window without web preferences'
  for (const [name, value] of Object.entries(demanded)) {
    if (preferences[name as keyof WebPreferences] !== value) return `${name} has to be ${JSON.stringify(value)}`
  }
  const on = refused.find((name) => preferences[name] !== undefined && preferences[name] !== false)
  if (on !== undefined) return `${on} has to be off`
  const { preload, partition } = preferences
  if (preload === undefined || !isAbsolute(preload) || !preload.endsWith('.cjs')) {
    return 'the preload has to be an absolute path of a CommonJS file'
  }
  return partition === undefined ? 'the window has to have a session of its own' : undefined
}
