import type { EntrySummary } from '../../../preload/contract/library.ts'
import { toldText } from '../../ui/told.ts'

/** Why an entry failed, in one sentence of the chosen language. */
export function failureText(failure: EntrySummary['failure']): string | undefined {
  return failure && toldText(failure).message
}
