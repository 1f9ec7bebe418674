import { asFailure } from '../../failure.ts'

/** One thing that was looked at. */
export interface CheckResult {
  readonly name: string
  /** `wrong`: reading does not work. `warning`: it does, but something will be missed. */
  readonly state: 'good' | 'warning' | 'wrong'
  /** What was found, a sentence or a few words. */
  readonly detail: string
  /** How to mend it. */
  readonly advice?: string
  readonly milliseconds?: number
}

/** What a check finds; its name and a failure are added by `runCheck`. */
export type CheckOutcome = Partial<Omit<CheckResult, 'name' | 'detail'>> & Pick<CheckResult, 'detail'>

export interface Check {
  readonly name: string
  /** A `Failure` that it throws is a wrong result. */
  readonly look: () => CheckOutcome | Promise<CheckOutcome>
}

/** Never rejects. */
export async function runCheck({ name, look }: Check): Promise<CheckResult> {
  try {
    return { name, state: 'good', ...(await look()) }
  } catch (thrown) {
    const { code, message, advice } = asFailure(thrown)
    return { name, state: 'wrong', detail: `${message} (${code})`, ...(advice !== undefined && { advice }) }
  }
}
