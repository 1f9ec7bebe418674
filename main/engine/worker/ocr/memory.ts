/**
 * Lends `length` values for the input of a network, good until the next loan. They hold what the last borrower left there:
 * a picture takes some twenty inputs of 2 to 12 MB, and with an array for each the allocator zeroed as many pages and V8
 * collected garbage twice a picture.
 */
export type Memory = (length: number) => Float32Array

/** Keeps the largest input so far. */
export function createMemory(): Memory {
  let kept = new Float32Array(0)
  return (length) => {
    if (length > kept.length) kept = new Float32Array(length)
    return kept.subarray(0, length)
  }
}
