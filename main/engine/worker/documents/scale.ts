import type { PageScale, PageSize } from '../../protocol/document.ts'
import type { PictureLimits } from '../../protocol/picture.ts'

/** Size of a drawn page in pixels, and the pixels an inch that it came to. */
export interface DrawnSize {
  readonly width: number
  readonly height: number
  readonly dpi: number
}

/** A DIN A0 sheet at 135 dots an inch; 120 MB while it is drawn. */
const mostPixels = 30_000_000

/** How large a page is drawn: a page has no pixels of its own, so a large one is drawn smaller and not refused. */
export function drawnSize(page: PageSize, scale: PageScale, limits: Pick<PictureLimits, 'pixels'>): DrawnSize {
  const pixels = Math.min(limits.pixels, mostPixels)
  const perPoint = Math.min(
    scale.dpi / 72,
    scale.longest / Math.max(page.width, page.height),
    Math.sqrt(pixels / page.width / page.height)
  )
  const side = (points: number): number => Math.max(1, Math.floor(points * perPoint))
  return { width: side(page.width), height: side(page.height), dpi: Math.min(scale.dpi, perPoint * 72) }
}
