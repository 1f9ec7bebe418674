import type { Rect } from '../shapes.ts'

/** All but the region is dimmed; `region` is in DIP. `isHint`: what a click would frame, not framed yet. */
export function Shade({ region, isHint }: { readonly region: Rect | undefined; readonly isHint: boolean }) {
  if (region === undefined) return <div className="shade shade-whole" aria-hidden="true" />
  const { x, y, width, height } = region
  return (
    <div
      className={isHint ? 'shade hole hole-hint' : 'shade hole'}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
      aria-hidden="true"
    />
  )
}
