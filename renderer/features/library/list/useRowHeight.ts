import { useKnownSettings } from '../../../app/settings.ts'

/** A height in pixels of one in rem. Follows the size of the text. */
export function useRowHeight(height: number): number {
  // Named only to be asked again when it changes.
  useKnownSettings((known) => known.view?.values.appearance.textScale)
  return Math.round(Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16') * height)
}
