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

/** How much larger than a JPEG a file may be that keeps every pixel. */
const exactBonus = 1.25

/** In bytes, to compare ways of encoding the same pixels: the smallest is best, and losing none counts too. */
export function costOf({ facts: { bytes, fidelity } }: Encoded): number {
  return fidelity === 'lossy' ? bytes : bytes / exactBonus
}

/** The one of least cost, the first of several; `undefined` of none. */
export function cheapest<T extends Encoded>(encoded: readonly T[]): T | undefined {
  return encoded.toSorted((one, other) => costOf(one) - costOf(other))[0]
}

export function bytesPerPixel({ facts: { bytes, width, height } }: Encoded): number {
  return bytes / (width * height)
}
