import { X } from 'lucide-react'
import type { PanelScene } from '../../../../preload/contract/capture.ts'
import { act } from '../act.ts'
import type { Words } from '../words.ts'

/** A picture that floats on top; it is dragged by itself, and as large as its window. */
export function Pinned({ scene, words: { panel } }: { readonly scene: PanelScene; readonly words: Words }) {
  return (
    <main className="pinned" aria-label={panel.pinned}>
      <img src={scene.picture} alt={panel.picture} draggable={false} />
      <button type="button" className="pinned-close" aria-label={panel.close} onClick={() => act({ kind: 'escape' })}>
        <X size={14} aria-hidden="true" />
      </button>
    </main>
  )
}
