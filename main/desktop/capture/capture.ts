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
import { type Display, displayAt } from '../../capture/geometry/display.ts'
import { firstAssignment } from '../../capture/hotkeys/assignment.ts'
import type { CaptureMode } from '../../capture/mode.ts'
import { windowTool } from '../../capture/windows/tool.ts'
import { asFailure } from '../../failure.ts'
import { appOrigin } from '../../policy/address.ts'
import { createAsking } from './asking.ts'
import { createCaptureClipboard } from './clipboard.ts'
import { createDelivery } from './delivery.ts'
import { displaysOf, hasPortal, nativeDisplaysOf, screenFacts } from './facts.ts'
import { createFrames, createShelf } from './frames.ts'
import { createCaptureHandlers } from './handlers.ts'
import { createHotkeys } from './hotkeys.ts'
import { createMemory } from './memory.ts'
import { captureName } from './name.ts'
import { createNotices } from './notices.ts'
import { createOverlayWindows } from './overlay-window.ts'
import { createOverlays } from './overlays.ts'
import { ownWindows } from './own-windows.ts'
import { createPanelWindows } from './panel-window.ts'
import { createPanels } from './panels.ts'
import type { Capture, CapturePorts } from './ports.ts'
import { createReading } from './reading.ts'
import { runWindowTool } from './run-window-tool.ts'
import { overlayScene } from './scene.ts'
import { createScreenSource } from './screen-source.ts'
import { createShell } from './shell.ts'
import { createTellFailure } from './tell-failure.ts'
import { watchDisplays } from './watch-displays.ts'
import { createWindows } from './windows.ts'

export type { Capture } from './ports.ts'

function after(milliseconds: number, run: () => void): void {
  setTimeout(run, milliseconds).unref()
}

function displays(): Display[] {
  return displaysOf(screen)
}

/** Milliseconds after hotkeys were applied: the main window comes first. A capture before that makes its own overlays. */
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
  const tellFailure = createTellFailure(notices, language, log)
  const memory = createMemory(ports.folder, log)

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
    onHeld: ports.onHeld,
    now: () => performance.now(),
    after
  })
  const overlays = createOverlays({
    make: createOverlayWindows(createWindow, platform),
    send,
    onGone: (display) => shell.tell({ kind: 'overlay-failed', display })
  })
  const shell = createShell({
    facts: () => screenFacts({ screen, systemPreferences, platform, environment }),
    windows: createWindows({
      tool: windowTool(platform, environment, hasPortal(platform, environment)),
      run: (tool) => runWindowTool(tool, environment),
      own: ownWindows,
      displays: () => nativeDisplaysOf(screen),
      log
    }),
    preferences: settings,
    remembered: memory.region,
    source: createScreenSource(desktopCapturer),
    createFrames: () => createFrames(shelf),
    overlays,
    sceneOf: ({ begin, selection }, on, frame) => overlayScene(begin, on, selection, frame, language()),
    holdEscape: (held) => {
      if (held) globalShortcut.register('Escape', () => shell.tell({ kind: 'escape' }))
      else globalShortcut.unregister('Escape')
    },
    after,
    remember: memory.rememberRegion,
    reading: createReading({ archive, name }),
    ask,
    deliver: delivery.deliver,
    pin: (picture, { display: id, rect }) => {
      const display = displays().find((candidate) => candidate.id === id)
      if (display !== undefined) panels.pin(picture, rect, display)
    },
    tellFailure,
    onTimes: (spent) => {
      memory.addTimes(spent)
      // While nobody waits: what died, or does not fit any more, is made anew.
      prepare()
    },
    now: () => performance.now()
  })
  const begin = (mode: CaptureMode): void => {
    // What is wrong with it shows when it reads.
    ports.warmUp?.().catch(() => undefined)
    try {
      shell.begin(mode)
    } catch (thrown) {
      tellFailure(asFailure(thrown))
    }
  }
  const hotkeys = createHotkeys({
    globalShortcut,
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    isWayland: hasPortal(platform, environment),
    desktop: environment['XDG_CURRENT_DESKTOP'],
    onPress: begin,
    after
  })

  let isClosed = false
  const prepare = (): void => {
    if (!isClosed && !shell.hasScreen()) overlays.prepare(displays())
  }
  const unwatch = watchDisplays({
    screen,
    after,
    onChange: () => shell.displaysChanged(displays()),
    onRest: prepare
  })

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
    begin: async (mode) => begin(mode),
    frame: shelf.serve,
    canUndo: delivery.canUndo,
    undo: delivery.undo,
    close: () => {
      isClosed = true
      unwatch()
      shell.quit()
      hotkeys.dispose()
      overlays.dispose()
      panels.dispose()
    }
  }
}
