import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { failureWords } from '../capture/failure-words.ts'
import { asFailure, Failure } from '../failure.ts'
import { describe } from '../log/describe.ts'
import { createLogFile } from '../log/file.ts'
import { parseIntent } from '../policy/intent.ts'
import { takeEnvironment } from '../settings/environment.ts'
import { appFolders } from '../settings/folders.ts'
import { languageOfSystem } from '../settings/language.ts'
import { collectCalls, wordsOf } from './calls.ts'
import { appId, linkScheme } from './identity.ts'
import { systemLanguage } from './language.ts'
import { openDesktop } from './open.ts'
import { watchProcess } from './process.ts'
import { declareScheme } from './scheme.ts'
import { wasStartedQuietly } from './system/login.ts'

/**
 * Starts the desktop app: what has to be done before Electron is ready at once, the rest afterwards. It does not wait, because
 * `ready` comes only after the file that calls this has been run to its end.
 */
export function startDesktop(): void {
  const { platform } = process
  const environment = takeEnvironment(process.env)
  try {
    const folders = appFolders({ platform, environment, home: homedir() })
    app.setName('Glyphlens')
    // Chromium's own files; the lock of the single instance is there too, so it is one for each data folder.
    app.setPath('userData', makeFolder(join(folders.data, 'browser')))
    const words = wordsOf(process.argv, app.isPackaged)
    if (!app.requestSingleInstanceLock({ words, folder: process.cwd() })) {
      app.quit()
      return
    }
    app.enableSandbox()
    declareScheme()
    if (platform === 'win32') app.setAppUserModelId(appId)
    // On Windows nobody else says so: the installer of a portable copy never ran.
    if (platform === 'win32' && app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
    const log = createLogFile(join(folders.data, 'logs', 'glyphlens.log'))
    watchProcess(process, log, () => app.exit(1))
    const calls = collectCalls(platform)
    const first = parseIntent({ kind: 'arguments', words, folder: process.cwd() }, platform)
    void app
      .whenReady()
      .then(() =>
        openDesktop({
          environment,
          platform,
          folders,
          log,
          calls,
          first: wasStartedQuietly(words, platform) ? undefined : first
        })
      )
      .catch((thrown: unknown) => {
        log({ level: 'error', message: 'the app could not start', detail: describe(thrown) })
        giveUp(thrown)
      })
  } catch (thrown) {
    giveUp(thrown)
  }
}

/** Electron takes no folder that is not there. */
function makeFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return path
  } catch (cause) {
    throw new Failure('disk', 'The folder of the app cannot be made.', {
      advice: `Check the permissions of ${path} and the space on its disk.`,
      cause
    })
  }
}

/** Without a window there is only a box of the system to say it in. */
function giveUp(thrown: unknown): void {
  // Before it is ready, the app does not tell which languages the system prefers.
  const language = app.isReady() ? systemLanguage() : languageOfSystem(process.env)
  const { message, advice } = failureWords(asFailure(thrown), language)
  dialog.showErrorBox('Glyphlens', advice === undefined ? message : `${message}\n${advice}`)
  app.exit(1)
}
