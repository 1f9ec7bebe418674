import type { EntryView } from '../../../../preload/contract/library.ts'
import type { Problem } from '../../../../preload/contract/result.ts'

/** Why an entry failed. Codes of a newer version are no codes of this one: their sentence is kept. */
export function asProblem(failure: EntryView['failure']): Problem {
  if (failure === undefined) return { code: 'internal', message: '' }
  return { ...failure, code: failure.code as Problem['code'] }
}
