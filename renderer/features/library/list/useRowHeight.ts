import { useKnownSettings } from '../../../app/settings.ts'

/** Height of a row in rem: three lines of text. */
const height = 5.25

/** Height of a row in pixels, all alike, so that nothing has to be measured. Follows the size of the text. */
export function useRowHeight(): number {
  // Named only to be asked again when it changes.
  useKnownSettings((known) => known.view?.values.appearance.textScale)
  return Math.round(Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16') * height)
}
