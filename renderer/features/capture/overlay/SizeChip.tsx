import { inDip, type Rect, type Size } from '../shapes.ts'
import { chipPlace } from './place.ts'

/** Room that five digits on each side take, in DIP. */
const room: Size = { width: 112, height: 26 }

/** The size of the region in pixels of the display, at its corner. */
export function SizeChip({ rect, scale, page }: SizeChipProps) {
  const { x, y } = chipPlace(inDip(rect, scale), page, room)
  return (
    <div className="chip size-chip" style={{ transform: `translate(${x}px, ${y}px)` }} aria-hidden="true">
      {rect.width} × {rect.height}
    </div>
  )
}

interface SizeChipProps {
  /** In pixels of the display. */
  readonly rect: Rect
  readonly scale: number
  readonly page: Size
}
