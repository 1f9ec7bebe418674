import { vi } from 'vitest'
import type { CaptureEvent, OverlayScene, PanelScene } from '../../../../preload/contract/capture.ts'

export const overlayScene: OverlayScene = {
  kind: 'overlay',
  language: 'en',
  display: 1,
  mode: 'read-region',
  frame: 'app://glyphlens/frame/1',
  size: { width: 2560, height: 1600 },
  painted: { width: 1280, height: 800 },
  scale: 2,
  hasWindows: false,
  selection: { kind: 'none', display: 1, hovered: undefined },
  hasLastRegion: false,
  confirmOn: 'release',
  hasBar: false
}

export const panelScene: PanelScene = {
  kind: 'panel',
  language: 'en',
  picture: 'app://glyphlens/frame/2',
  size: { width: 300, height: 100 },
  scale: 1,
  entry: 7
}

/** The bridge of a page of captures, before a main that a test plays. */
export function captureBridge(scene: OverlayScene | PanelScene | null) {
  let shown = scene
  const acts: unknown[] = []
  const calls: { readonly channel: string; readonly argument: unknown }[] = []
  const listeners = new Set<(event: CaptureEvent) => void>()
  const record = (channel: string, value: unknown) => async (argument: unknown) => {
    calls.push({ channel, argument })
    return { ok: true, value }
  }
  const api = {
    capture: {
      scene: async () => ({ ok: true, value: shown }),
      act: async (act: unknown) => {
        acts.push(act)
        return { ok: true, value: null }
      },
      on: (listener: (event: CaptureEvent) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      }
    },
    library: {
      entry: record('library.entry', { text: 'Read text' }),
      change: record('library.change', { count: 1 })
    },
    app: { open: record('app.open', null) }
  }
  vi.stubGlobal('glyphlens', api)
  return {
    acts,
    calls,
    tell: (event: CaptureEvent): void => listeners.forEach((listener) => listener(event)),
    show: (next: OverlayScene | PanelScene | null): void => {
      shown = next
      listeners.forEach((listener) => listener({ kind: 'scene' }))
    }
  }
}
