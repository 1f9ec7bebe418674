import type { DeliveryStep } from '../../../../main/capture/delivery/plan.ts'
import type { CapturePreferences, RegionQuestion, ScreenFacts } from '../../../../main/capture/flow/event.ts'
import type { Display } from '../../../../main/capture/geometry/display.ts'
import type { Region, RememberedRegion } from '../../../../main/capture/geometry/remembered.ts'
import type { WindowPlace } from '../../../../main/capture/geometry/windows.ts'
import type { StageTimes } from '../../../../main/capture/times/stages.ts'
import { createFrames, createShelf } from '../../../../main/desktop/capture/frames.ts'
import { createCaptureHandlers } from '../../../../main/desktop/capture/handlers.ts'
import { createOverlays, type OverlayWindow } from '../../../../main/desktop/capture/overlays.ts'
import { overlayScene } from '../../../../main/desktop/capture/scene.ts'
import type { Frozen } from '../../../../main/desktop/capture/screen-source.ts'
import { createShell } from '../../../../main/desktop/capture/shell.ts'
import type { StillPicture } from '../../../../main/desktop/capture/still-picture.ts'
import { Failure } from '../../../../main/failure.ts'
import type { CaptureEvent as PageEvent } from '../../../../preload/contract/capture.ts'
import { display, fullFrame } from '../../capture/screens.ts'

/** Left of the origin, of scale 1; at the origin, of scale 2, with the cursor on it. Small: their pixels are made. */
export const left = display({ id: 1, bounds: { x: -100, y: 0, width: 100, height: 50 } })
export const right = display({ id: 2, bounds: { x: 0, y: 0, width: 80, height: 60 }, scale: 2 })

/** A picture of a display whose pixels are its number and their place; `cut` answers what was cut, as text. */
export function stillOf(on: Display, look: 'picture' | 'black' = 'picture'): StillPicture {
  const { size } = fullFrame(on)
  const pixels = new Uint8Array(size.width * size.height * 4).map((_, index) => (look === 'black' ? 0 : index % 251))
  return {
    size,
    pixels: () => pixels,
    cut: ({ x, y, width, height }) => new TextEncoder().encode(`${on.id}: ${x},${y} ${width}x${height}`)
  }
}

/** One overlay's window, and what was done to it. */
export interface FakeWindow extends OverlayWindow {
  readonly display: number
  state: 'hidden' | 'shown' | 'destroyed'
  /** Its page dies, or somebody closes it. */
  die: () => void
}

/** The shell of captures before a system that a test plays. */
export function captureStage(
  change: Partial<Omit<ScreenFacts, 'windows'>> = {},
  wishes: Partial<CapturePreferences> = {}
) {
  const preferences: CapturePreferences = {
    confirmOn: 'release',
    deliverTo: 'clipboard',
    bar: false,
    notify: true,
    ...wishes
  }
  let looks = 0
  let found: readonly WindowPlace[] | Promise<readonly WindowPlace[]> = []
  let facts: Omit<ScreenFacts, 'windows'> = {
    displays: [left, right],
    cursor: { x: 10, y: 10 },
    access: 'granted',
    portal: false,
    ...change
  }
  const windows: FakeWindow[] = []
  const told: { readonly contents: number; readonly event: PageEvent }[] = []
  const timers: (() => void)[] = []
  const failures: Failure[] = []
  const delivered: { readonly steps: readonly DeliveryStep[]; readonly picture: string; readonly entry: number }[] = []
  const asked: {
    readonly picture: string
    readonly question: RegionQuestion
    readonly tell: (event: PageEvent) => void
  }[] = []
  const pinned: { readonly picture: string; readonly region: Region }[] = []
  const times: StageTimes[] = []
  const readings: {
    readonly picture: string
    readonly signal: AbortSignal
    readonly settle: PromiseWithResolvers<Text>
  }[] = []
  let remembered: RememberedRegion | undefined
  let wanted: ((frozen: Frozen) => void) | undefined
  let isEscapeHeld = false
  let clock = 0

  const shelf = createShelf('app://glyphlens/frame/')
  const overlays = createOverlays({
    make: (on, gone) => {
      const window: FakeWindow = {
        contents: windows.length + 1,
        display: on.id,
        state: 'hidden',
        reveal: () => void (window.state = 'shown'),
        focus: () => {},
        hide: () => void (window.state = 'hidden'),
        destroy: () => void (window.state = 'destroyed'),
        die: gone
      }
      windows.push(window)
      return window
    },
    send: (contents, event) => void told.push({ contents, event }),
    onGone: (on) => shell.tell({ kind: 'overlay-failed', display: on })
  })
  const shell = createShell({
    facts: () => facts,
    windows: () => {
      looks += 1
      return found
    },
    preferences: () => preferences,
    remembered: () => remembered,
    source: (_displays, _portal, tell) => {
      wanted = tell
    },
    createFrames: () => createFrames(shelf),
    overlays,
    sceneOf: ({ begin, selection }, on, frame) => overlayScene(begin, on, selection, frame, 'en'),
    holdEscape: (held) => {
      isEscapeHeld = held
    },
    after: (_milliseconds, run) => void timers.push(run),
    remember: (region) => {
      remembered = region
    },
    reading: (picture, signal) => {
      const settle = Promise.withResolvers<Text>()
      readings.push({ picture: textOf(picture), signal, settle })
      signal.addEventListener('abort', () => settle.reject(new Failure('cancelled', 'Cancelled.')))
      return settle.promise
    },
    ask: (picture, question, tell) => void asked.push({ picture: textOf(picture), question, tell }),
    deliver: async (steps, { picture, entry }) => void delivered.push({ steps, picture: textOf(picture), entry }),
    pin: (picture, region) => void pinned.push({ picture: textOf(picture), region }),
    tellFailure: (failure) => void failures.push(failure),
    onTimes: (spent) => void times.push(spent),
    now: () => (clock += 10)
  })
  const handlers = createCaptureHandlers({
    shell,
    overlays,
    panels: { sceneOf: () => undefined, pictureOf: () => undefined, close: () => {} },
    hotkeys: { suspend: () => {} },
    ask: () => {},
    send: () => {},
    openEntry: () => {}
  })

  const windowOn = (on: Display): FakeWindow => {
    const window = windows.findLast((one) => one.display === on.id && one.state !== 'destroyed')
    if (window === undefined) throw new Error(`no overlay on ${on.id}`)
    return window
  }
  const act = (on: Display, what: Parameters<typeof handlers.act>[0]): void => {
    void handlers.act(what, { contents: windowOn(on).contents })
  }

  return {
    shell,
    overlays,
    handlers,
    shelf,
    windows,
    told,
    failures,
    delivered,
    asked,
    pinned,
    times,
    readings,
    act,
    windowOn,
    /** What comes from the source of frames. */
    source: (frozen: Frozen): void => wanted?.(frozen),
    frame: (on: Display, look?: 'picture' | 'black'): void =>
      wanted?.({ kind: 'frame', display: on.id, picture: stillOf(on, look) }),
    /** Its page has loaded the scene and painted it. */
    paint: (on: Display): void => {
      const scene = overlays.sceneOf(windowOn(on).contents)
      if (scene !== undefined) act(on, { kind: 'painted', frame: scene.frame })
    },
    /** How often it was asked where windows are. */
    looks: () => looks,
    /** What is told of windows from now on. */
    tellWindows: (places: typeof found): void => {
      found = places
    },
    /** All watchdogs bark. */
    bark: (): void => timers.splice(0).forEach((run) => run()),
    plug: (displays: readonly Display[]): void => {
      facts = { ...facts, displays }
      shell.displaysChanged(displays)
    },
    drag: (on: Display): void => {
      act(on, { kind: 'press', point: { x: 10, y: 10 } })
      act(on, { kind: 'drag', point: { x: 20, y: 15 } })
      act(on, { kind: 'release', point: { x: 39, y: 29 } })
    },
    remembered: () => remembered,
    isEscapeHeld: () => isEscapeHeld,
    shown: () => windows.filter(({ state }) => state === 'shown').map((one) => one.display),
    eventsOf: (on: Display) =>
      told.filter(({ contents }) => contents === windowOn(on).contents).map(({ event }) => event.kind)
  }
}

interface Text {
  readonly entry: number
  readonly text: string
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
