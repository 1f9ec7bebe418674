import type { OverlayScene } from '../../../../preload/contract/capture.ts'
import type { Selection } from '../shapes.ts'
import { filled, type Words } from '../words.ts'

/** What a screen reader says of a selection: sizes and places in pixels of the display. */
export function spokenSelection(
  selection: Selection,
  { display }: Pick<OverlayScene, 'display'>,
  { overlay }: Words
): string {
  if (selection.display !== display) return overlay.elsewhere
  if (selection.kind === 'none') {
    return selection.hovered === undefined ? overlay.nothing : filled(overlay.window, { ...selection.hovered })
  }
  return filled(overlay.framed, { ...selection.rect })
}
