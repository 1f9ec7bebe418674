/** Which bytes of a file are wanted; `first` and `last` are both part of it. */
export type ByteRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  /** Answered with 416 and the size. */
  | { readonly kind: 'unsatisfiable' }

/** 15 digits stay below `Number.MAX_SAFE_INTEGER`. */
const oneRange = /^bytes=(\d{0,15})-(\d{0,15})$/

/**
 * Reads a `Range` header for a file of `size` bytes. One range of bytes is understood; a header that is malformed, in other
 * units or asks for several ranges counts as none (RFC 9110, section 14.2).
 */
export function parseRange(header: string | null | undefined, size: number): ByteRange {
  const [, from = '', to = ''] = oneRange.exec(header ?? '') ?? []
  if (from === '' && to === '') return { kind: 'whole' }
  if (from === '') return part(Math.max(0, size - Number(to)), size - 1, size)
  if (to !== '' && Number(to) < Number(from)) return { kind: 'whole' }
  return part(Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1), size)
}

function part(first: number, last: number, size: number): ByteRange {
  return first < size && first <= last ? { kind: 'part', first, last } : { kind: 'unsatisfiable' }
}
