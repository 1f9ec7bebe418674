import type { OverlayScene } from '../../../preload/contract/capture.ts'
import { hasBar } from '../../capture/flow/ask.ts'
import type { BeginEvent } from '../../capture/flow/event.ts'
import type { FrozenDisplay } from '../../capture/frozen-display.ts'
import { paintedSize } from '../../capture/geometry/frame.ts'
import type { Selection } from '../../capture/selection/selection.ts'
import type { OpenScene } from './overlays.ts'

/** What the overlay on a frozen display shows; `frame` is the address of its still picture. */
export function overlayScene(
  begin: BeginEvent,
  { display, frame: shape, size, windows }: FrozenDisplay,
  selection: Selection,
  frame: string,
  language: OverlayScene['language']
): OpenScene {
  return {
    display,
    scene: {
      kind: 'overlay',
      language,
      display: display.id,
      mode: begin.mode,
      frame,
      size,
      painted: paintedSize(display, shape),
      scale: display.scale,
      hasWindows: windows.length > 0,
      selection,
      hasLastRegion: begin.remembered !== undefined,
      confirmOn: begin.preferences.confirmOn,
      hasBar: hasBar(begin)
    }
  }
}
