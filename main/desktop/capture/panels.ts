import type { PanelScene } from '../../../preload/contract/capture.ts'
import type { Display } from '../../capture/geometry/display.ts'
import type { Point, Rect } from '../../capture/geometry/rect.ts'
import { panelPlace, pinPlace } from '../../capture/panel-place.ts'
import { pngSize } from '../../capture/png-size.ts'
import type { Shelf } from './frames.ts'

/** The window of one panel. */
export interface PanelWindow {
  /** Id of its `webContents`. */
  readonly contents: number
  readonly close: () => void
}

export interface PanelPorts {
  /** Makes a window on top and loads its page; it shows itself when it has painted. */
  readonly make: (place: Rect, kind: 'text' | 'picture', gone: () => void) => PanelWindow
  readonly shelf: Shelf
  readonly language: () => PanelScene['language']
}

/** Small windows on top: a text that was captured, with its picture, or a picture alone. */
export interface Panels {
  /** Takes the place of the last one that showed a text. */
  readonly showText: (picture: Uint8Array, entry: number, cursor: Point, display: Display) => void
  /** `rect` is where it was framed, in pixels of the display. */
  readonly pin: (picture: Uint8Array, rect: Rect, display: Display) => void
  readonly sceneOf: (contents: number) => PanelScene | undefined
  /** For asking about it. */
  readonly pictureOf: (contents: number) => Uint8Array | undefined
  readonly close: (contents: number) => void
  readonly dispose: () => void
}

interface Panel {
  readonly window: PanelWindow
  readonly picture: Uint8Array
  readonly scene: PanelScene
}

/** More floating pictures than this hide each other: the oldest goes. */
const most = 12

export function createPanels({ make, shelf, language }: PanelPorts): Panels {
  const panels = new Set<Panel>()

  const open = (place: Rect, picture: Uint8Array, { scale }: Display, entry: number | undefined): void => {
    const address = shelf.put(() => ({ type: 'image/png', bytes: picture }))
    const scene: PanelScene = {
      kind: 'panel',
      language: language(),
      picture: address,
      size: pngSize(picture),
      scale,
      ...(entry !== undefined && { entry })
    }
    const window = make(place, entry === undefined ? 'picture' : 'text', () => {
      panels.delete(panel)
      shelf.remove(address)
    })
    const panel: Panel = { window, picture, scene }
    panels.add(panel)
    const [oldest] = panels
    if (panels.size > most) oldest?.window.close()
  }
  const byContents = (contents: number): Panel | undefined =>
    [...panels].find(({ window }) => window.contents === contents)

  return {
    showText: (picture, entry, cursor, display) => {
      for (const panel of panels) if (panel.scene.entry !== undefined) panel.window.close()
      open(panelPlace(cursor, display), picture, display, entry)
    },
    pin: (picture, rect, display) => open(pinPlace(rect, display), picture, display, undefined),
    sceneOf: (contents) => byContents(contents)?.scene,
    pictureOf: (contents) => byContents(contents)?.picture,
    close: (contents) => byContents(contents)?.window.close(),
    dispose: () => {
      for (const panel of panels) panel.window.close()
    }
  }
}
