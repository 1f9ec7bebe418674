import type { Language } from '../../capture/delivery/words.ts'
import { failureWords } from '../../capture/failure-words.ts'
import type { Failure } from '../../failure.ts'
import { describe } from '../../log/describe.ts'
import type { Log } from '../../log/line.ts'
import type { Notices } from './notices.ts'

/** What the person has brought about needs no words. */
const unsaid: readonly Failure['code'][] = ['cancelled', 'capture-quitting']

/** Tells why a capture ended: the log with its cause, the person with what to do. */
export function createTellFailure(notices: Notices, language: () => Language, log: Log): (failure: Failure) => void {
  return (failure) => {
    const { code, cause } = failure
    log({
      level: 'info',
      message: `a capture ended: ${code}`,
      ...(cause !== undefined && { detail: describe(cause) })
    })
    if (unsaid.includes(code)) return
    const { message, advice = '' } = failureWords(failure, language())
    notices.show({ title: message, body: advice, buttons: [], isNeeded: true })
  }
}
