import type { CaptureEvent, OverlayScene } from '../../../preload/contract/capture.ts'
import type { Display } from '../../capture/geometry/display.ts'
import { hasSamePlace } from '../../capture/geometry/display.ts'
import type { Selection } from '../../capture/selection/selection.ts'

/** The window of one overlay. */
export interface OverlayWindow {
  /** Id of its `webContents`. */
  readonly contents: number
  /** Shows it over everything, at the place it was made for; the keyboard goes to it when `withKeyboard`. */
  readonly reveal: (withKeyboard: boolean) => void
  /** The keyboard goes to it. */
  readonly focus: () => void
  readonly hide: () => void
  readonly destroy: () => void
}

export interface OverlayPorts {
  /** Makes a hidden window over a display and loads its page. `gone`: it was closed, or its page has died. */
  readonly make: (display: Display, gone: () => void) => OverlayWindow
  readonly send: (contents: number, event: CaptureEvent) => void
  /** An overlay that was open is not there any more. */
  readonly onGone: (display: number) => void
}

/** One overlay for each display, made before they are needed and used again and again. */
export interface Overlays {
  /** Makes what is missing, and what a change of the displays has made useless anew. Not while any is open. */
  readonly prepare: (displays: readonly Display[]) => void
  /** Loads scenes, unseen. */
  readonly open: (scenes: readonly OpenScene[]) => void
  readonly reveal: (focus: number) => void
  readonly focus: (display: number) => void
  readonly draw: (selection: Selection) => void
  /** A click frames windows from now on. */
  readonly offerWindows: (display: number) => void
  readonly tell: (display: number, event: CaptureEvent) => void
  readonly close: (display: number) => void
  readonly closeAll: () => void
  /** The display of an overlay, open or not. */
  readonly displayOf: (contents: number) => number | undefined
  /** What an overlay has to show; undefined when it is not open. */
  readonly sceneOf: (contents: number) => OverlayScene | undefined
  readonly dispose: () => void
}

export interface OpenScene {
  readonly display: Display
  readonly scene: OverlayScene
}

interface Overlay {
  readonly display: Display
  readonly window: OverlayWindow
  scene: OverlayScene | undefined
  isRevealed: boolean
}

export function createOverlays({ make, send, onGone }: OverlayPorts): Overlays {
  const overlays = new Map<number, Overlay>()

  const drop = (overlay: Overlay): void => {
    if (overlays.get(overlay.display.id) === overlay) overlays.delete(overlay.display.id)
    overlay.window.destroy()
  }

  const add = (display: Display): Overlay => {
    const overlay: Overlay = {
      display,
      scene: undefined,
      isRevealed: false,
      window: make(display, () => {
        const wasOpen = overlay.scene !== undefined
        overlay.scene = undefined
        if (overlays.get(display.id) !== overlay) return
        drop(overlay)
        if (wasOpen) onGone(display.id)
      })
    }
    overlays.set(display.id, overlay)
    return overlay
  }

  const overlayOn = (display: Display): Overlay => {
    const former = overlays.get(display.id)
    if (former !== undefined && hasSamePlace(former.display, display)) return former
    if (former !== undefined) drop(former)
    return add(display)
  }

  const hide = (overlay: Overlay): void => {
    if (overlay.scene === undefined) return
    overlay.scene = undefined
    // Its page may have stopped for good: the next capture gets another.
    if (!overlay.isRevealed) {
      drop(overlay)
      return
    }
    overlay.isRevealed = false
    overlay.window.hide()
    send(overlay.window.contents, { kind: 'closed' })
  }

  const open = (): Overlay[] => [...overlays.values()].filter(({ scene }) => scene !== undefined)
  const byContents = (contents: number): Overlay | undefined =>
    [...overlays.values()].find(({ window }) => window.contents === contents)

  return {
    prepare: (displays) => {
      const ids = new Set(displays.map(({ id }) => id))
      for (const overlay of overlays.values()) if (!ids.has(overlay.display.id)) drop(overlay)
      for (const display of displays) overlayOn(display)
    },
    open: (scenes) => {
      for (const { display, scene } of scenes) {
        const overlay = overlayOn(display)
        overlay.scene = scene
        send(overlay.window.contents, { kind: 'scene' })
      }
    },
    reveal: (focus) => {
      // The one with the keyboard last: what is shown last is in front.
      for (const { display, window } of open()) if (display.id !== focus) window.reveal(false)
      overlays.get(focus)?.window.reveal(true)
      for (const overlay of open()) {
        const { display, window } = overlay
        overlay.isRevealed = true
        send(window.contents, { kind: 'revealed', focused: display.id === focus })
      }
    },
    focus: (display) => overlays.get(display)?.window.focus(),
    draw: (selection) => {
      for (const overlay of open()) {
        overlay.scene = overlay.scene && { ...overlay.scene, selection }
        send(overlay.window.contents, { kind: 'draw', selection })
      }
    },
    offerWindows: (display) => {
      const overlay = overlays.get(display)
      if (overlay?.scene === undefined) return
      overlay.scene = { ...overlay.scene, hasWindows: true }
      send(overlay.window.contents, { kind: 'windows' })
    },
    tell: (display, event) => {
      const overlay = overlays.get(display)
      if (overlay?.scene !== undefined) send(overlay.window.contents, event)
    },
    close: (display) => {
      const overlay = overlays.get(display)
      if (overlay !== undefined) hide(overlay)
    },
    closeAll: () => open().forEach(hide),
    displayOf: (contents) => byContents(contents)?.display.id,
    sceneOf: (contents) => byContents(contents)?.scene,
    dispose: () => {
      for (const overlay of overlays.values()) drop(overlay)
    }
  }
}
