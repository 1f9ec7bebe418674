import type { Told as Telling } from './told.ts'
import { useTold } from './useTold.ts'

/** What main tells, where it stays while the language may change. */
export function Told({ telling }: { readonly telling: Telling }) {
  return useTold()(telling)
}
