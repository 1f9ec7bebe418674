import type { Taken } from '../../../preload/contract/app.ts'
import { useView } from '../../app/view.ts'
import { useComposing } from './composing.ts'

/** The subject of the composer that the viewer shows; undefined while nothing was taken in. */
export function useLookedAt(): Taken | undefined {
  const subjects = useView((view) => view.subjects)
  const place = useComposing(({ lookedAt }) => lookedAt)
  return subjects[Math.min(place, subjects.length - 1)]
}
