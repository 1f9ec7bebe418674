import type { Problem } from '../dialects/dialect.ts'

/** What a check found. `problem` is how a provider would refuse the request. */
export interface Finding {
  /** The number of the rule, 1 to 8. */
  readonly check: number
  readonly message: string
  readonly problem: Problem
}
