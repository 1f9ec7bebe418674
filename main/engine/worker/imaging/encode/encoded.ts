import type { EncodedFacts } from '../../../protocol/view.ts'

/** A file as it goes to a provider, with what is said of it. */
export interface Encoded {
  readonly data: Uint8Array
  readonly facts: EncodedFacts
}

/** A file with its facts; the bytes are counted here. */
export function encodedAs(data: Uint8Array, facts: Omit<EncodedFacts, 'bytes'>): Encoded {
  return { data, facts: { ...facts, bytes: data.length } }
}

/**
 * How many bytes a file may have that keeps every pixel, for each byte of a JPEG. A JPEG of small text costs a reader
 * blanks and thin strokes; once pixels have been resampled, there are none left to keep.
 */
export const exactWorth = { native: 1.4, resampled: 1 } as const

/** What is known of pixels before they are encoded. */
export interface Nature {
  /** One of `exactWorth`. */
  readonly worth: number
  /** They were counted, and are too many for a palette. */
  readonly hasManyColours: boolean
}

/** The one of fewer bytes, where those of a file that keeps every pixel count less by `worth`; `one` when equal. */
export function cheaper(one: Encoded, other: Encoded, worth: number): Encoded {
  const costOf = ({ facts: { bytes, fidelity } }: Encoded): number => (fidelity === 'lossy' ? bytes * worth : bytes)
  return costOf(one) <= costOf(other) ? one : other
}

export function bytesPerPixel({ facts: { bytes, width, height } }: Encoded): number {
  return bytes / (width * height)
}
