import { asFailure, type Failure, type FailureCode } from '../../failure.ts'
import type { Said } from '../../saying.ts'

/** Reads a key as people paste it; throws `vision-key-format`. `key` is undefined when nothing was given. */
export type ParseKey = (
  provider: string,
  text: string
) => { readonly key: string | undefined; readonly notices: readonly Said[] }

/** What the form of a key says, without a call: only whether it could be one. */
export type FormVerdict =
  | { readonly by: 'form'; readonly result: 'plausible'; readonly notices: readonly Said[] }
  | { readonly by: 'form'; readonly result: 'empty' }
  | { readonly by: 'form'; readonly result: 'malformed'; readonly failure: Failure }

/** What a call to the provider says. `undecided`: it did not come so far, and the key may be good. */
export interface CallVerdict {
  readonly by: 'call'
  readonly result: 'accepted' | 'refused' | 'undecided'
  /** What else stood in the way of the call. */
  readonly failure: Failure | undefined
}

/** Looks at the form of a key and nothing else. */
export function verifyForm(provider: string, text: string, parse: ParseKey): FormVerdict {
  try {
    const { key, notices } = parse(provider, text)
    return key === undefined ? { by: 'form', result: 'empty' } : { by: 'form', result: 'plausible', notices }
  } catch (thrown) {
    return { by: 'form', result: 'malformed', failure: asFailure(thrown) }
  }
}

/** Only these say that the key is wrong. */
const refusals: ReadonlySet<FailureCode> = new Set(['vision-auth', 'vision-key-format', 'vision-key-missing'])

/** A provider says these only to a key that it knows. */
const knowings: ReadonlySet<FailureCode> = new Set([
  'vision-account-link',
  'vision-real-name',
  'vision-balance',
  'vision-quota-day',
  'vision-no-sight',
  'vision-empty'
])

/**
 * What a test call says about the key; `failure` is undefined when it went well. A key is never removed because of it: a
 * provider that is down, or a proxy on the way, may refuse a good one.
 */
export function verdictOfCall(failure: Failure | undefined): CallVerdict {
  if (failure === undefined || knowings.has(failure.code)) return { by: 'call', result: 'accepted', failure }
  return { by: 'call', result: refusals.has(failure.code) ? 'refused' : 'undecided', failure }
}
