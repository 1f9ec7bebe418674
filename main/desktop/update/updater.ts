import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { UpdateState } from '../../../preload/contract/app.ts'
import { problemOf } from '../../bridge/problem.ts'
import { Failure } from '../../failure.ts'
import { describe } from '../../log/describe.ts'
import type { Log } from '../../log/line.ts'
import { saying } from '../../saying.ts'
import { whyNoUpdates } from './support.ts'

export interface UpdaterPorts {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly log: Log
  readonly changed: (state: UpdateState) => void
  /** Whether the person wants the app to start again now. */
  readonly confirmRestart: (version: string) => Promise<boolean>
  /** Ends all work, so that nothing is lost; the app itself stays. */
  readonly endWork: () => Promise<void>
}

export interface Updater {
  /** Looks for a new version and begins to fetch it. */
  readonly check: () => Promise<UpdateState>
  /** Asks the person, and starts again with the version that was fetched. */
  readonly install: () => Promise<UpdateState>
}

/** The only file that knows electron-updater, which is loaded when it is first needed. */
export function createUpdater(ports: UpdaterPorts): Updater {
  const { platform, environment, log, changed } = ports
  const hasFeed = existsSync(join(process.resourcesPath ?? '', 'app-update.yml'))
  const why = whyNoUpdates({ isPackaged: app.isPackaged, platform, environment, hasFeed })
  if (why !== undefined) {
    const unsupported = async (): Promise<UpdateState> => ({ kind: 'unsupported', why })
    return { check: unsupported, install: unsupported }
  }

  let state: UpdateState = { kind: 'current' }
  let loading: ReturnType<typeof load> | undefined
  const turnTo = (next: UpdateState): UpdateState => {
    state = next
    changed(next)
    return next
  }
  const failed = (thrown: unknown): UpdateState => {
    log({ level: 'warning', message: 'update failed', detail: describe(thrown) })
    return turnTo({ kind: 'failed', problem: problemOf(updateFailure(thrown)) })
  }
  const updater = () => {
    loading ??= load(turnTo, failed)
    return loading
  }

  return {
    check: async () => {
      if (state.kind === 'downloading' || state.kind === 'ready') return state
      try {
        const found = await (await updater()).checkForUpdates()
        // The fetch that begins now tells its own failure as an event.
        found?.downloadPromise?.catch(() => undefined)
        return found?.isUpdateAvailable === true
          ? turnTo({ kind: 'downloading', version: found.updateInfo.version, done: 0 })
          : turnTo({ kind: 'current' })
      } catch (thrown) {
        return failed(thrown)
      }
    },
    install: async () => {
      if (state.kind !== 'ready' || !(await ports.confirmRestart(state.version))) return state
      await ports.endWork()
      const { quitAndInstall } = await updater()
      quitAndInstall()
      return state
    }
  }
}

async function load(turnTo: (state: UpdateState) => UpdateState, failed: (thrown: unknown) => UpdateState) {
  // A package of CommonJS has only a default when it is imported.
  const { default: electronUpdater } = await import('electron-updater')
  const { autoUpdater } = electronUpdater
  autoUpdater.autoDownload = true
  // Only when the person says so.
  autoUpdater.autoInstallOnAppQuit = false
  autoUpdater.allowDowngrade = false
  // It would print addresses and paths.
  autoUpdater.logger = null
  let version = ''
  autoUpdater.on('update-available', (info) => {
    version = info.version
  })
  autoUpdater.on('download-progress', ({ percent }) => turnTo({ kind: 'downloading', version, done: percent / 100 }))
  autoUpdater.on('update-downloaded', (info) => turnTo({ kind: 'ready', version: info.version }))
  autoUpdater.on('error', failed)
  return {
    checkForUpdates: () => autoUpdater.checkForUpdates(),
    quitAndInstall: () => autoUpdater.quitAndInstall(false, true)
  }
}

function updateFailure(cause: unknown): Failure {
  return new Failure('internal', 'A new version could not be looked for or fetched.', {
    advice: 'Try again later, or download it from the project’s page.',
    saying: saying('app.no-update'),
    cause
  })
}
