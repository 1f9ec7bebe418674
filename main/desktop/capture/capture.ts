import {
  ClipboardItem,
  clipboard,
  desktopCapturer,
  dialog,
  globalShortcut,
  Notification,
  screen,
  systemPreferences
} from 'electron'
import type { CaptureEvent } from '../../../preload/contract/capture.ts'
import type { Handlers } from '../../../preload/contract/contract.ts'
import type { Archive } from '../../archive.ts'
import { failureWords } from '../../capture/failure-words.ts'
import { type Display, displayAt } from '../../capture/geometry/display.ts'
import type { WindowPlace } from '../../capture/geometry/windows.ts'
import { firstAssignment } from '../../capture/hotkeys/assignment.ts'
import type { CaptureMode } from '../../capture/mode.ts'
import { withCapture } from '../../capture/times/summary.ts'
import { regionFile } from '../../captured/region.ts'
import { timesFile } from '../../captured/times.ts'
import { asFailure, type Failure } from '../../failure.ts'
import type { RunnerEvent } from '../../jobs/runner/events.ts'
import { describe } from '../../log/describe.ts'
import type { Log } from '../../log/line.ts'
import { appOrigin } from '../../policy/address.ts'
import type { Preferences } from '../../settings/preferences.ts'
import type { CreateWindow } from '../windows/create.ts'
import { createAsking } from './asking.ts'
import { createCaptureClipboard } from './clipboard.ts'
import { createDelivery } from './delivery.ts'
import { displaysOf, hasPortal, screenFacts } from './facts.ts'
import { createFrames, createShelf, type ServedBytes } from './frames.ts'
import { createCaptureHandlers } from './handlers.ts'
import { createHotkeys, type Hotkeys } from './hotkeys.ts'
import { captureName } from './name.ts'
import { createNotices } from './notices.ts'
import { createOverlayWindows } from './overlay-window.ts'
import { createOverlays } from './overlays.ts'
import { createPanelWindows } from './panel-window.ts'
import { createPanels } from './panels.ts'
import { createReading } from './reading.ts'
import { overlayScene } from './scene.ts'
import { createScreenSource } from './screen-source.ts'
import { createShell } from './shell.ts'

export interface CapturePorts {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The app's data folder. */
  readonly folder: string
  readonly createWindow: CreateWindow
  /** Tells the page of one window. */
  readonly send: (contents: number, event: CaptureEvent) => void
  readonly archive: () => Pick<Archive, 'keep' | 'queue' | 'library'>
  /** Hears what the runner of this process tells; answers the function that stops it. */
  readonly onRunner: (listener: (event: RunnerEvent) => void) => () => void
  readonly preferences: Pick<Preferences, 'get'>
  /** As the person has chosen it. */
  readonly language: () => 'en' | 'zh-CN'
  /** Shows an entry in the main window. */
  readonly openEntry: (entry: number) => void
  /** Loads what reads, while the person frames a region. */
  readonly warmUp?: () => Promise<unknown>
  /** Where windows are, front to back, in shared DIP. Electron does not tell them; default: none. */
  readonly windows?: () => Promise<readonly WindowPlace[]>
  readonly log: Log
}

/** Capture by hotkey, whole. */
export interface Capture {
  readonly handlers: Handlers['capture']
  readonly hotkeys: Pick<Hotkeys, 'views'>
  /** Registers the hotkeys of the preferences, at the start and after they have changed; then makes hidden overlays. */
  readonly applyHotkeys: () => void
  /** Begins a capture. What fails is told to the person. Never rejects. */
  readonly begin: (mode: CaptureMode) => Promise<void>
  /** For the scheme's handler: pictures that overlays and panels show. */
  readonly frame: (id: string) => ServedBytes | undefined
  /** Puts back what was on the clipboard before the last capture. */
  readonly undo: () => Promise<void>
  /** Ends captures, and closes their windows. */
  readonly close: () => void
}

function after(milliseconds: number, run: () => void): void {
  setTimeout(run, milliseconds).unref()
}

function displays(): Display[] {
  return displaysOf(screen)
}

/** Milliseconds after the start, and after displays have changed. A capture that comes before makes its own overlays. */
const preparation = 400

/** After `ready`. Makes no window before hotkeys are applied. */
export function createCapture(ports: CapturePorts): Capture {
  const { platform, environment, archive, preferences, language, openEntry, log } = ports
  const { createWindow, send, onRunner } = ports
  const name = (): string => captureName(new Date(), language())
  const settings = () => preferences.get().capture

  const notices = createNotices({
    Notification,
    showDialog: (message, detail) =>
      void dialog.showMessageBox({ type: 'warning', title: 'Glyphlens', message, detail })
  })
  const tellFailure = (failure: Failure): void => {
    log({
      level: 'info',
      message: `a capture ended: ${failure.code}`,
      ...(failure.cause !== undefined && { detail: describe(failure.cause) })
    })
    if (failure.code === 'cancelled' || failure.code === 'capture-quitting') return
    const { message, advice } = failureWords(failure, language())
    notices.show({ title: message, body: advice ?? '', buttons: [], isNeeded: true })
  }

  const region = regionFile(ports.folder)
  const times = timesFile(ports.folder)
  const keep = (write: () => void): void => {
    try {
      write()
    } catch (thrown) {
      log({ level: 'warning', message: 'what a capture leaves behind was not kept', detail: describe(thrown) })
    }
  }

  const shelf = createShelf(`${appOrigin}/frame/`)
  const panels = createPanels({ make: createPanelWindows(createWindow, platform), shelf, language })
  const asking = createAsking({ archive, onRunner, provider: () => preferences.get().vision.provider, name })
  const ask = (...args: Parameters<typeof asking>): void => void asking(...args)
  const delivery = createDelivery({
    clipboard: createCaptureClipboard(clipboard, (content) => new ClipboardItem(content)),
    notices,
    language,
    showsText: () => preferences.get().privacy.notifyText,
    openPanel: (picture, entry) => {
      const cursor = screen.getCursorScreenPoint()
      const display = displayAt(cursor, displays())
      if (display !== undefined) panels.showText(picture, entry, cursor, display)
    },
    openEntry,
    now: () => performance.now(),
    after
  })
  const overlays = createOverlays({
    make: createOverlayWindows(createWindow, platform),
    send,
    onGone: (display) => shell.tell({ kind: 'overlay-failed', display })
  })
  const shell = createShell({
    facts: () =>
      screenFacts({ screen, systemPreferences, platform, environment, windows: ports.windows ?? (async () => []) }),
    preferences: settings,
    remembered: region.read,
    source: createScreenSource(desktopCapturer),
    createFrames: () => createFrames(shelf),
    overlays,
    sceneOf: ({ begin, selection }, on, frame) => overlayScene(begin, on, selection, frame, language()),
    holdEscape: (held) => {
      if (held) globalShortcut.register('Escape', () => shell.tell({ kind: 'escape' }))
      else globalShortcut.unregister('Escape')
    },
    after,
    remember: (framed) => keep(() => region.write(framed)),
    reading: createReading({ archive, name }),
    ask,
    deliver: delivery.deliver,
    pin: (picture, { display: id, rect }) => {
      const display = displays().find((candidate) => candidate.id === id)
      if (display !== undefined) panels.pin(picture, rect, display)
    },
    tellFailure,
    onTimes: (spent) => {
      keep(() => times.write(withCapture(times.read(), spent)))
      // While nobody waits: what died, or does not fit any more, is made anew.
      prepare()
    },
    now: () => performance.now()
  })
  const begin = async (mode: CaptureMode): Promise<void> => {
    // What is wrong with it shows when it reads.
    ports.warmUp?.().catch(() => undefined)
    try {
      await shell.begin(mode)
    } catch (thrown) {
      tellFailure(asFailure(thrown))
    }
  }
  const hotkeys = createHotkeys({
    globalShortcut,
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    isWayland: hasPortal(platform, environment),
    desktop: environment['XDG_CURRENT_DESKTOP'],
    onPress: (mode) => void begin(mode),
    after
  })

  const prepare = (): void => {
    if (!shell.hasScreen()) overlays.prepare(displays())
  }
  let changes = 0
  const displaysChanged = (): void => {
    shell.displaysChanged(displays())
    // Changes come in bursts.
    changes += 1
    const last = changes
    after(preparation, () => {
      if (last === changes) prepare()
    })
  }
  screen.on('display-added', displaysChanged)
  screen.on('display-removed', displaysChanged)
  screen.on('display-metrics-changed', displaysChanged)

  return {
    handlers: createCaptureHandlers({
      shell: { begin, tell: shell.tell },
      overlays,
      panels,
      hotkeys,
      ask,
      send,
      openEntry
    }),
    hotkeys,
    applyHotkeys: () => {
      hotkeys.apply({ ...firstAssignment, ...settings().hotkeys })
      after(preparation, prepare)
    },
    begin,
    frame: shelf.serve,
    undo: delivery.undo,
    close: () => {
      screen.off('display-added', displaysChanged)
      screen.off('display-removed', displaysChanged)
      screen.off('display-metrics-changed', displaysChanged)
      shell.quit()
      hotkeys.dispose()
      overlays.dispose()
      panels.dispose()
    }
  }
}
