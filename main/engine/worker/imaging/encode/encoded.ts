import type { EncodedFacts } from '../../../protocol/view.ts'

/** A file as it goes to a provider, with what is said of it. */
export interface Encoded {
  readonly data: Uint8Array
  readonly facts: EncodedFacts
}

/** The facts of an encoded file whose bytes have been counted. */
export function encodedAs(data: Uint8Array, facts: Omit<EncodedFacts, 'bytes'>): Encoded {
  return { data, facts: { ...facts, bytes: data.length } }
}
