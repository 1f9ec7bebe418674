import type { Api } from '../../preload/contract/contract.ts'
import type { Problem, Result } from '../../preload/contract/result.ts'

/** The only way to main. */
export function bridge(): Api {
  return window.glyphlens
}

/** What main refused or failed at. `problem` is what a person is told. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

/** The value of a verb's answer. Throws `BridgeError` when there is none. */
export async function valueOf<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (result.ok) return result.value
  throw new BridgeError(result.problem)
}

/** What to tell about whatever was thrown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof BridgeError) return thrown.problem
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) }
}

/** An answer that never throws: also what broke on the way is a problem. */
export async function settled<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await answer
  } catch (thrown) {
    return { ok: false, problem: problemOf(thrown) }
  }
}
