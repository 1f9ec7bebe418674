import { useTranslation } from 'react-i18next'
import { type Told, toldLine } from './told.ts'

/** Says what main tells as one text, anew in each language that is chosen. */
export function useTold(): (told: Told) => string {
  // Has the component drawn again when the language changes.
  useTranslation()
  return toldLine
}
